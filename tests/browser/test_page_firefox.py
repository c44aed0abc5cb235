"""The page in Firefox: opened from a file, drawn whole, asked by mouse and by keyboard."""

DEATHS = """(() => {
    const map = Object.values(window).find(value => value instanceof L.Map), stage = mapper.stageOf(map);
    const layer = stage.layers.get('deaths'), at = map.latLngToContainerPoint(layer.place(0));
    const frame = map.getContainer().getBoundingClientRect();
    return {drawn: layer.drawn, rows: layer.table.rows, points: layer.points, x: frame.x + at.x, y: frame.y + at.y};
})()"""


def test_all_is_drawn_and_a_click_gives_details(firefox, whole):
    firefox.open(whole)
    deaths = firefox.evaluate(DEATHS)
    assert deaths["drawn"] == deaths["points"] == 1
    assert deaths["rows"] == 3

    firefox.click(deaths["x"], deaths["y"])
    firefox.until("document.querySelector('.mapper-item')")
    details = firefox.evaluate("document.querySelector('.mapper-body-details').textContent")
    assert "22–45" in details
    assert "words of aton" in details


def test_the_table_equals_the_map_and_speaks_arabic(firefox, whole):
    firefox.open(whole)
    firefox.evaluate("document.querySelector('.mapper-opener').click()")
    firefox.until("document.querySelectorAll('.mapper-table tbody tr').length")
    shown = "[...stage.layers.values()].filter(l => l.kind !== 'boundaries').reduce((n, l) => n + l.table.rows, 0)"
    stage = "mapper.stageOf(Object.values(window).find(value => value instanceof L.Map))"
    rows = firefox.evaluate(f"(stage => {shown})({stage})")
    firefox.until(f"document.querySelectorAll('.mapper-table tbody tr').length === {rows}")

    firefox.evaluate("document.querySelector('.mapper-languages button').click()")
    firefox.until("document.documentElement.dir === 'rtl'")
    # Panels follow after the frame in which the map speaks the other language.
    firefox.until("document.querySelector('.mapper-voices').textContent.includes('١٬٠٠٠')")
