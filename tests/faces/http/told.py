"""What an answer that tells of a problem has to be."""

import httpx2

from rewriter.faces.http.problems import Kind
from rewriter.wire.problems import MEDIA_TYPE, ProblemAnswer


def problem_of(answer: httpx2.Response, kind: Kind) -> ProblemAnswer:
    """See that an answer is this problem, and give it."""
    assert answer.status_code == kind.value.status
    assert answer.headers["content-type"] == MEDIA_TYPE
    problem = ProblemAnswer.model_validate(answer.json())
    assert (problem.type, problem.status) == (kind.type, kind.value.status)
    assert answer.headers["x-request-id"] == problem.request_id
    return problem
