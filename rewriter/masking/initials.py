"""Single capitals: somebody's initial; or a grade, a vitamin, the letter of a list, and "I" and "A" as words.

What is none of these is somebody, wherever it stands: "between L and her father", "ask T".
"""

from collections.abc import Sequence

from rewriter.masking.acting import does, next_of, previous_of
from rewriter.masking.fields import answers_who
from rewriter.masking.lists import listed
from rewriter.masking.words import Piece

__all__ = ["is_initial"]

_LETTERED = frozenset(
    (
        "child person plan option step vitamin vitamins hepatitis hep class group section category form part appendix "
        "type year level adult parent male female service school grade grades block house unit zone column row table "
        "annex schedule tier band set route model team patient client worker party mr mrs ms miss dr a an key stage "
        "triple omega ward wing room floor gate terminal question point letter paragraph clause item junction scale "
        "cat factor list strand phase priority risk scenario sample drug"
    ).split()
)
_GRADING = frozenset("gain gains achieve achieves get gets above below predicted target least minimum from".split())
_GRADED = frozenset("level levels grade grades star plus minus roads road team side ray rays".split())
_ACTING = frozenset(
    (
        "to will must should shall can could would is was has needs wants likes said says feels felt agrees attends "
        "went goes told asked thinks hopes came loves lives isn't hasn't won't wasn't does did doesn't didn't"
    ).split()
)
_I_ACTS = frozenset("to is has needs wants attends likes says".split())  # "I will" and "I was" are the writer's own
_DOTTED = frozenset("gp pe uk us eu am pm re it tv dv cp nb ot sw hv dr hr ta la pa id cv ad bc bn ni".split())
_MARKS = frozenset("x y n m f".split())  # a cell's yes and no, "(F, 8)"


def is_initial(pieces: Sequence[Piece], at: int) -> bool:
    """Whether one letter stands for somebody: "T wants", "R's bedtime", "between L and her father", "J.K."."""
    piece = pieces[at]
    if not piece.text.isupper():  # a single sign of an alphabet without capitals
        return not piece.text.isascii()
    before, after = previous_of(pieces, at), next_of(pieces, at)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if before is not None and (before.key in _LETTERED or before.is_number):
        return False
    if _is_single(after) and after is not None and after.gap in (".", "&", " & "):
        return _is_pair(piece, after, dotted=after.gap == ".")
    if _is_single(before) and before is not None and piece.gap in (".", "&", " & "):
        return _is_pair(before, piece, dotted=piece.gap == ".")
    if piece.owns:
        return piece.key != "i"
    if piece.tail or _is_part(piece, following) or _is_mark(pieces, at):
        return False
    if piece.key in ("i", "a"):
        acting = _I_ACTS if piece.key == "i" else _ACTING
        acts = after is not None and after.gap == " " and after.key in acting
        alone = piece.key == "a" and (_beside_another(pieces, at) or does(pieces, at, ". "))
        return acts or alone
    if after is not None and after.gap == " " and after.key in _GRADED:
        return False
    graded = before is not None and before.key in _GRADING
    return not graded or (after is not None and after.key in _ACTING)


def _is_single(piece: Piece | None) -> bool:
    return piece is not None and len(piece.text) == 1 and piece.text.isupper()


def _is_pair(left: Piece, right: Piece, *, dotted: bool) -> bool:
    """Whether two letters are somebody's: "J.K.", "K.S.", against "A&E", "M & F" and "G.P."."""
    pair = left.key + right.key
    if dotted:
        return pair not in _DOTTED
    return pair not in listed("never", "acronyms") and pair not in ("mf", "fm")


def _is_part(piece: Piece, following: Piece | None) -> bool:
    """Whether a letter is a part of a word or reference: "T-shirt", "B/C", "S.47"."""
    if piece.gap in ("-", "/", "\u2011", "+"):
        return True
    if following is None:
        return False
    return following.gap in ("-", "/", "\u2011", "+") or (following.is_number and following.gap in (".", " "))


def _is_mark(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a letter marks a line or a cell: "A) Mum", "B. Dad", "| Y |", "(F, 8)"."""
    piece = pieces[at]
    if not piece.opens or answers_who(pieces, at):
        return False  # "Child: L"
    bracket = piece.gap.endswith("(") and at > 0 and "\n" not in piece.gap
    if piece.key in _MARKS and (bracket or "|" in piece.gap):
        return True
    if at + 1 == len(pieces):
        return not bracket and "|" not in piece.gap
    gap = pieces[at + 1].gap
    if gap == ". " and not pieces[at + 1].is_capital and does(pieces, at, gap):
        return False  # "B. cried at handover"
    return not bracket and (gap[:1] in (".", ")") or (gap[:1] == ":" and piece.key in ("q", "a")))


def _beside_another(pieces: Sequence[Piece], at: int) -> bool:
    """Whether another single capital stands over an "and": "A and B share a room"."""
    for step in (-1, 1):
        link, other = at + step, at + 2 * step
        if min(link, other) >= 0 and max(link, other) < len(pieces) and pieces[link].key == "and":
            return _is_single(pieces[other])
    return False
