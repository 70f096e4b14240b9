"""Every text of a reply is found, however deep it stands, and nothing else is."""

from rewriter.replies.texts import texts_in


def test_texts_are_found_in_lists_and_fields_in_their_order() -> None:
    data = {"a": "one", "b": [{"c": "two", "d": 3}, ("three", None)], "e": {"f": {"g": "four"}}}
    assert list(texts_in(data)) == ["one", "two", "three", "four"]


def test_names_of_fields_and_what_is_no_text_are_left_out() -> None:
    assert list(texts_in({"named": True, "number": 1.5})) == []
