"""What the doctor found, as JSON."""

from rewriter.chat.configuring import KEYS
from rewriter.doctor import Examined
from rewriter.wire.outward import Json

__all__ = ["examined_json"]


def examined_json(found: Examined) -> Json:
    """Give what was found. Each setting with its source; a key never, only the name of its variable."""
    configured, reached = found.configured, found.reached
    settings = configured.model
    values = {key: getattr(settings, key, None) for key in KEYS} | {"engine": configured.engine}
    told = {key: {"value": value, "source": configured.sources[key].value} for key, value in values.items()}
    return {
        "engine": configured.engine.value,
        "usable": found.usable,
        "settings": told if settings else {"engine": told["engine"]},
        "missing": list(found.missing),
        "address": None if found.place is None else found.place.value,
        "masked": found.masked,
        "reached": None if reached is None else reached._asdict(),
        "prompts": found.prompts or None,
        "calls": [call._asdict() for call in found.calls],
        "problems": list(found.problems),
        "remarks": list(found.remarks),
    }
