"""The product can be measured without its worked examples, and nothing else of what it asks is changed."""

import asyncio

from evals.untaught import Untaught
from rewriter import prompts
from rewriter.chat.port import Ask
from rewriter.plan import Context
from rewriter.replies.schema import schema_of
from rewriter.replies.shapes import RewriteReply
from tests.evals.models import Desk

ASK = Ask(
    (prompts.instructions("rewrite"), prompts.case_message("Mum to <example> engage", Context())),
    schema_of(RewriteReply, "rewrite"),
)


def test_the_worked_examples_are_cut_out_and_the_rest_stays_word_for_word() -> None:
    desk = Desk("{}")
    asyncio.run(Untaught(desk).reply(ASK))
    told, case = desk.asked[0].messages
    before, _, rest = ASK.messages[0].text.partition("# Worked examples")
    assert told.text.startswith(before)
    assert told.text.endswith(rest.rpartition("</example>")[2].lstrip())
    assert "<example>" not in told.text
    assert case == ASK.messages[1]
    assert desk.asked[0].schema == ASK.schema
