"""What a page does in a browser, the same way for every page: opened, drawn, dragged, asked.

Open is when the page has come to rest: after the load event, the last long task, the last late
frame and the last call that draws on a canvas, once a second and a half of quiet has followed. Of
our pages and the floor it is also known when all symbols were on the canvas, over the base map.
A page gets a window that is at rest: Chromium runs scripts of its own in each new one.
"""

import json
import statistics
import time

WATCH = """(() => {
  const seen = globalThis.__seen = {last: 0, frames: [], watching: false};
  const touch = () => { seen.last = Math.max(seen.last, performance.now()); };
  new PerformanceObserver(list => { for (const e of list.getEntries()) seen.last = Math.max(seen.last, e.startTime + e.duration); })
    .observe({type: 'longtask', buffered: true});
  const wrap = (proto, names) => { for (const name of names) {
    const real = proto?.[name];
    if (real) proto[name] = function (...all) { touch(); return real.apply(this, all); };
  } };
  wrap(globalThis.CanvasRenderingContext2D?.prototype, ['fill', 'stroke', 'putImageData', 'drawImage', 'fillRect']);
  for (const kind of ['WebGLRenderingContext', 'WebGL2RenderingContext'])
    wrap(globalThis[kind]?.prototype, ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']);
  let before = performance.now();
  const frame = now => {
    if (now - before > 100) seen.last = Math.max(seen.last, now);
    if (seen.watching) seen.frames.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()"""

REST = """async limit => {
  const started = performance.now();
  while (performance.now() - Math.max(__seen.last, performance.getEntriesByType('navigation')[0].loadEventEnd || Infinity) < 1500) {
    if (performance.now() - started > limit) return null;
    await new Promise(r => setTimeout(r, 50));
  }
  return Math.max(__seen.last, performance.getEntriesByType('navigation')[0].loadEventEnd) / 1e3;
}"""

SYMBOLS = "(performance.getEntriesByName('mapper:deaths')[0]?.startTime ?? null) / 1e3 || null"

# Until the frame with the change is painted; what follows in the panels comes after it.
TIMED = """async (act, done) => {
  const frame = () => new Promise(r => requestAnimationFrame(() => scheduler.postTask(r, {priority: 'user-blocking'})));
  await frame();
  const start = performance.now();
  await act();
  if (done) while (!done()) await new Promise(r => setTimeout(r, 1));
  await frame();
  return performance.now() - start;
}"""

ASK = f"""async () => {{
  const timed = {TIMED};
  const map = Object.values(globalThis).find(value => value instanceof L.Map), stage = mapper.stageOf(map);
  const layer = stage.layers.get('deaths'), days = layer.table.array('period_start');
  const first = days.reduce((a, b) => Math.min(a, b)), last = days.reduce((a, b) => Math.max(a, b));
  const rest = () => new Promise(r => setTimeout(r, 400));
  const found = {{drawn: layer.drawn, rows: layer.table.rows}};
  found.filter = await timed(() => stage.state.set({{time: {{from: first + 20, to: last - 20}}}}));
  await rest();
  stage.state.set({{time: null}});
  await rest();
  found.words = await timed(() => stage.state.set({{filters: {{grade: ['weak']}}}}));
  await rest();
  stage.state.set({{filters: {{}}}});
  await rest();
  map.removeLayer(layer);
  await rest();
  found.layer = await timed(() => map.addLayer(layer));
  await rest();
  const panel = document.querySelector('.mapper-section-filters details');
  if (panel) {{
    panel.open = true;
    found.facets = await timed(() => {{ document.querySelector('.mapper-body-filters details').open = true; }});
  }}
  found.table = await timed(() => document.querySelector('.mapper-opener').click(), () => document.querySelector('.mapper-table tbody tr'));
  await rest();
  const top = () => document.querySelector('.mapper-table tbody tr').textContent, was = top();
  found.sort = await timed(() => document.querySelector('.mapper-table button[data-key=number]').click(), () => top() !== was);
  await rest();
  document.querySelector('.mapper-opener').click();
  await rest();
  found.search = await timed(() => stage.state.set({{query: 'Place 17'}}), () => layer.found);
  stage.state.set({{query: ''}});
  return found;
}}"""

CLICK = f"""async () => {{
  const timed = {TIMED};
  const map = Object.values(globalThis).find(value => value instanceof L.Map), stage = mapper.stageOf(map);
  const layer = stage.layers.get('deaths'), size = map.getSize();
  const row = Array.from({{length: layer.points}}, (_, i) => i).find(i => {{
    const p = map.latLngToContainerPoint(layer.place(i));
    return p.x > 200 && p.y > 200 && p.x < size.x - 200 && p.y < size.y - 200 && stage.hits(p).length;
  }});
  const p = map.latLngToContainerPoint(layer.place(row)), box = map.getContainer().getBoundingClientRect();
  const to = map.getContainer(), at = {{bubbles: true, clientX: box.x + p.x, clientY: box.y + p.y}};
  return timed(() => {{ for (const type of ['mousedown', 'mouseup', 'click']) to.dispatchEvent(new MouseEvent(type, at)); }},
    () => document.querySelector('.mapper-item'));
}}"""


def probed(browser, path, *, serve=None, limit=90, inside=False, times=1):
    """Return what a page did.

    ``open`` and ``symbols`` s, the median of opening it `times` times, ``frame`` and ``worst`` ms while
    dragging, ``heap`` MB and ``buffers`` MB after a collection; with ``inside`` what our own pages are
    asked, ms.
    """
    found = {}
    opens = []
    for turn in range(times):
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, offline=serve is None
        )
        if serve:
            serve(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.set_default_timeout(limit * 1000)
        page.on(
            "pageerror", lambda error: found.setdefault("said", str(error).splitlines()[0][:80])
        )
        try:
            page.wait_for_timeout(1500)
            page.goto(f"file://{path}", wait_until="commit")
            opens.append((page.evaluate(REST, limit * 1000), page.evaluate(SYMBOLS)))
            if turn == times - 1:
                found.update(_asked(context, page, inside=inside))
        except Exception as error:  # noqa: BLE001  a page that hangs or dies is a result too
            found["failed"] = str(error).splitlines()[0][:80]
        context.close()
    for key, seconds in zip(("open", "symbols"), zip(*opens, strict=True), strict=False):
        found[key] = None if None in seconds else statistics.median(seconds)
    return found


def _asked(context, page, *, inside):
    """Return what a page that is open weighs, and how it moves and answers."""
    session = context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")
    found = {"heap": heap["usedSize"] / 1e6, "buffers": heap.get("backingStorageSize", 0) / 1e6}
    found |= _dragged(page)
    if inside:
        found |= page.evaluate(ASK)
        page.evaluate("globalThis.scrollTo(0, 0)")
        found["click"] = page.evaluate(CLICK)
    return found


def _dragged(page):
    """Drag in a loop for a second and a half, or as far as a page comes in eight."""
    end = time.monotonic() + 8
    page.mouse.move(420, 400)
    page.evaluate("() => { __seen.frames.length = 0; __seen.watching = true; }")
    page.mouse.down()
    for step in range(60):
        page.mouse.move(420 + step * 7 % 200, 400 + step * 5 % 150)
        page.wait_for_timeout(16)
        if time.monotonic() > end:
            break
    page.mouse.up()
    page.wait_for_timeout(600)
    frames = sorted(page.evaluate("() => { __seen.watching = false; return __seen.frames; }"))
    half, passed = sum(frames) / 2, 0.0
    for frame in frames:
        passed += frame
        if passed >= half:
            return {"frame": frame, "worst": frames[-1]}
    return {"frame": float("nan"), "worst": float("nan"), "why": json.dumps(frames)}
