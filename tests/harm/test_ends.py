"""What a harmed person is asked to do so that the harm stops."""

import pytest

from rewriter.people import Harm
from rewriter.pipeline import check
from rewriter.plan import Context


def puts_it_on_them(text: str, harm: tuple[str, str] | tuple[()]) -> bool:
    return check(text, Context(harms=(Harm(harm[0], harm[1]),) if harm else ())).on_victim


class TestPurpose:
    """Any act at all, done so that somebody else stops harming, is asked of the wrong person."""

    @pytest.mark.parametrize(
        ("text", "harm"),
        [
            ("Edna to have the tea ready by 5 so that Walter isn't raising his hand to her.", ()),
            ("Bilal (14) to quit the youth club by Friday so the older boys can't make him carry wraps.", ()),
            ("Mr Tan to keep to his room after supper so that there is less shoving.", ("Mr Tan", "a support worker")),
            ("Sunita to let her mother-in-law choose the meals, and then she won't be slapped.", ("Sunita", "in-laws")),
            ("Owen to wear plain clothes to college so that the name calling dies down.", ("Owen", "other students")),
            ("Lena to sell the car for the phone calls to be over by Easter.", ("Lena", "her ex Tom")),
            ("Gary to sleep at the back of the house until the bricks no longer come through.", ("Gary", "neighbours")),
            ("Nia will drop the evening class to stop Huw going through her bag.", ("Nia", "Huw")),
            ("Aisha (15) needs to be pleasant enough at home that nobody shuts her in again.", ("Aisha", "her uncle")),
            ("June to ask for the commode sooner so Pat doesn't leave her in soiled sheets.", ()),
            ("Mum's friend Cal told: Mum to text him back quicker so he stops threatening her.", ("Mum", "Cal")),
            ("sol to tell the dealers they arent wanted so that the cuckooing of his flat ends", ()),
        ],
    )
    def test_whatever_is_done_so_that_the_harm_stops_is_put_on_them(
        self, text: str, harm: tuple[str, str] | tuple[()]
    ) -> None:
        """What the act is makes no difference; what it is for does."""
        assert puts_it_on_them(text, harm)

    @pytest.mark.parametrize(
        ("text", "harm"),
        [
            ("Edna to have the tea ready by 5 so that Walter isn't late for his club.", ()),
            ("Bilal (14) to quit the youth club by Friday so that he can rest before his mocks.", ()),
            ("Mr Tan to keep to his room after supper so that he isn't tired.", ("Mr Tan", "a support worker")),
            ("Sunita to ring 999 so that the police can stop her mother-in-law.", ("Sunita", "her mother-in-law")),
            ("Owen to see the counsellor on Mondays so that he isn't alone with it.", ("Owen", "other students")),
            ("Lena to change the locks with the police so that Tom can't get in.", ("Lena", "her ex Tom")),
            ("Gary to apply for the injunction so that the lads cannot come near.", ("Gary", "lads")),
            ("Nia will go to her evening class so that she has a night of her own.", ("Nia", "Huw")),
            ("Tom to move to his brother's so that he cannot follow Lena.", ("Lena", "her ex Tom")),
            ("The manager to take Pat off nights so that June isn't left in soiled sheets.", ("June", "Pat, carer")),
            ("Gran to be there at handover so that Dad can't shout at Ella (6).", ("Ella", "Dad")),
        ],
    )
    def test_help_reporting_and_other_people_s_acts_are_not(self, text: str, harm: tuple[str, str] | tuple[()]) -> None:
        """An innocent end, help, the law, a lock, the source's own act or a carer's stand outside it."""
        assert not puts_it_on_them(text, harm)
