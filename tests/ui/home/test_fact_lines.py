"""The facts below the headline of Home: nothing is cut off where the text is large or the window narrow."""

from app.ui.home.part import Facts


def test_what_has_no_room_goes_to_a_second_line(qtbot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.tell("Almaty, 11–14 December 2026", [("34", "34 screenings placed"), ("2", "2 conflicts to resolve")])
    assert len(facts.lines(2000)) == 1
    said = ["".join(text for _role, text in line) for line in facts.lines(360)]
    assert said == ["Almaty, 11–14 December 2026   ·   34 screenings placed", "2 conflicts to resolve"]
    facts.resize(360, 22)
    facts.show()
    assert facts.sizeHint().height() > facts.fontMetrics().height() * 2
