"""An answer while it comes about, for the page's script: each verdict as a row, and in the end the whole page."""

from collections.abc import Mapping

from rewriter.answer import Rewrite
from rewriter.faces.web.typed import too_many_in
from rewriter.faces.web.views import Views
from rewriter.smart import Criterion, Judgement
from rewriter.streaming import Event, EventKind
from rewriter.wire.outward import Json

__all__ = ["Coming"]


class Coming:
    """Makes the data of each event: `html` is a part to add, `page` a whole page to show instead of the form."""

    def __init__(self, views: Views, root: str, fields: Mapping[str, str]) -> None:
        self._views = views
        self._root = root
        self._fields = fields
        self._told: set[Criterion] = set()

    def data_of(self, event: Event) -> Json:
        """Give the data of an event; what the page at the end says by itself is left to it."""
        data = event.data
        if isinstance(data, Judgement):
            if data.criterion in self._told:
                return {}  # told again, as rules alone answered: the page that follows at once shows it
            self._told.add(data.criterion)
            return {"html": self._views.verdict(data)}
        if isinstance(data, Rewrite):
            if wrong := too_many_in(data):
                return {"page": self._views.start(self._root, self._fields, wrong)}
            return {"page": self._views.answer(self._root, data, self._fields)}
        if event.kind is EventKind.ERROR:
            words = str(data)
            mistakes = {"objective": f"{words[:1].upper()}{words[1:]}"}
            return {"page": self._views.start(self._root, self._fields, mistakes)}
        if event.urgent:
            return {"html": self._views.notice(str(data))}
        return {}
