"""The whole service against its own description: whatever is sent, the answer is one that is documented."""

import io

import hypothesis
import schemathesis
from schemathesis import Case

from rewriter.faces.http.app import application
from rewriter.faces.http.keys import Key, hash_of
from rewriter.faces.http.logs import log_to
from rewriter.faces.http.served import Served
from rewriter.faces.http.serving import Serving
from rewriter.service import Service

KEY = "a-key-of-the-tests"
EXAMPLES = 12  # for each route, beside those that the description asks for by itself
# No rate or size stands in the way of what is sent.
SERVING = Serving(keys=(Key("tests", hash_of(KEY)),), rate="1000000/second", body_limit=50_000_000)
described = schemathesis.openapi.from_asgi(
    "/openapi.json", application(Served(Service()), SERVING, log=log_to(io.StringIO()))
)


@described.parametrize()
@hypothesis.settings(max_examples=EXAMPLES, suppress_health_check=list(hypothesis.HealthCheck))
def test_every_answer_is_one_that_is_documented(case: Case) -> None:
    """All of schemathesis's checks: faults, statuses, types, shapes, headers, methods, keys, what fits and what not."""
    case.call_and_validate(headers={"X-API-Key": KEY})
