"""Harm told in passing, and by whom else."""

import pytest

from rewriter.harm.harms import harms_of
from rewriter.plan import PlanKind
from rewriter.reading import read
from rewriter.responsibility import check


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Dad has kicked Amelie and so has Stepmum.", {"Dad", "Stepmum"}),
        ("Samir to join the group, to talk about what Dana's kicking has done to him", {"Dana"}),
        ("Care worker Lou has been seen force-feeding Mr Ames.", {"Care worker Lou"}),
        ("Keira (13) not to be asked about it again, the video Josh passed round", {"Josh"}),
    ],
)
def test_who_does_it_is_read_where_it_is_told(text: str, by: str) -> None:
    """As another's too, as theirs whose it is, as found or as sent round."""
    cast_by = " ".join(harm.by for harm in harms_of(read(text)))
    assert all(name in cast_by for name in by)


def test_a_log_of_turning_up_is_kept_by_the_one_harmed() -> None:
    """A plan whose rows are all theirs leaves the one who harms with none."""
    alone = "Jude: log of Petra's calls and turning up\nJude: tell his boss\nJude: change his number"
    shared = "Jude: log of Petra's calls and turning up\nPolice: warn Petra\nJude: change his number if he wants to"
    assert check(read(alone, kind=PlanKind.PLAN)).on_victim
    assert not check(read(shared, kind=PlanKind.PLAN)).on_victim


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("Tina to see a counsellor to look at how she sets off Dev's slapping of her", True),
        ("Tina to see a counsellor to look at how Dev's slapping has affected her", False),
        ("Dev to give the card back on Monday, as he keeps Tina's pension and she has to beg him for food", False),
        ("1:1 with Nia (12): the man who blackmails her is to blame and not her", False),
        ("Each visit Tina forgets to log will be treated as her covering for Dev, who punches her", True),
        ("Each visit Dev makes will be treated as his breaking his bail. He hit Tina", False),
        ("Tina to write down every time Dev has hit her, the referral can then be made", True),
        ("The referral is made today as Dev has hit Tina. She can write down more later if she wants", False),
        ("Tina to send a photo from work each day to prove she hasn't gone back to Dev, who strangled her", True),
        ("Dev to send his officer a photo nightly so we know he isn't at Tina's. He strangled her", False),
    ],
)
def test_the_label_follows_who_is_asked_or_blamed(text: str, hers: bool) -> None:
    """Each kind with the doer changed."""
    found = check(read(text))
    assert found.abuse
    assert found.on_victim is hers
