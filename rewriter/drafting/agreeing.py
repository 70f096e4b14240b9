"""With whom a gap is to be agreed: the family, or where somebody is harmed, never through whoever causes the harm.

Source: practice judgement; asked in front of the person causing the harm, the person harmed cannot answer freely.
"""

from rewriter.smart import Responsibility

__all__ = ["how_to_agree", "whom_to_ask"]


def how_to_agree(found: Responsibility) -> str:
    """Say how the gaps of a draft are agreed, to stand after a colon or alone once it has its capital letter."""
    if found.abuse:
        return (
            "please agree what stands in brackets with the person harmed, apart from whoever causes the harm, and "
            "with those who are to act."
        )
    return "please agree what stands in brackets with the family."


def whom_to_ask(found: Responsibility) -> str:
    """Give the heading over the questions behind the gaps."""
    return "To agree, apart from whoever causes the harm" if found.abuse else "To agree with the family"
