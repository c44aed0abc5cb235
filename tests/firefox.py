"""A real Firefox, driven over WebDriver BiDi: a Firefox of the distribution speaks it, and no driver is needed."""

import itertools
import json
import os
import shutil
import subprocess
import time

import pytest

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
START = 60  # seconds a cold browser may take on a busy machine
EVENTS = ["log.entryAdded", "network.beforeRequestSent"]


class Firefox:
    """One tab, with all it asked for and all it complained of."""

    def __init__(self, socket):
        self._socket = socket
        self._numbers = itertools.count(1)
        self.requests, self.complaints = [], []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=EVENTS)
        self._tab = self.call("browsingContext.getTree")["contexts"][0]["context"]
        size = {"width": 1400, "height": 900}
        self.call("browsingContext.setViewport", context=self._tab, viewport=size)

    def call(self, method, **params):
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=START))
            if message.get("id") == number:
                assert message["type"] == "success", message
                return message["result"]
            self._hear(message)

    def _hear(self, message):
        params = message.get("params", {})
        if message.get("method") == "log.entryAdded" and params["level"] in ("error", "warn"):
            self.complaints.append(params["text"])
        elif message.get("method") == "network.beforeRequestSent":
            url = params["request"]["url"]
            if not url.startswith(("file:", "data:", "blob:", "about:")):
                self.requests.append(url)

    def open(self, path):
        self.call(
            "browsingContext.navigate", context=self._tab, url=f"file://{path}", wait="complete"
        )
        self.until("document.querySelector('.mapper-status')?.textContent")

    def evaluate(self, expression):
        """Return what an expression comes to, by way of JSON."""
        found = self.call(
            "script.evaluate", expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": self._tab}, awaitPromise=True,
        )  # fmt: skip
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def until(self, expression, seconds=20):
        """Wait until an expression is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < end, f"still not: {expression}"
            time.sleep(0.05)

    def click(self, x, y):
        """Press the mouse at a point of the window."""
        moves = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": moves}
        self.call("input.performActions", context=self._tab, actions=[mouse])


@pytest.fixture
def firefox(tmp_path):
    """Start a Firefox without a window; at the end it may have asked for nothing and complained of nothing."""
    if FIREFOX is None:
        if os.environ.get("MAPPER_TEST_FIREFOX"):
            pytest.fail("no Firefox is installed: apt-get install firefox-esr")
        pytest.skip("no Firefox is installed: apt-get install firefox-esr")
    client = pytest.importorskip("websockets.sync.client", reason="websockets is not installed")
    profile = tmp_path / "profile"
    profile.mkdir()
    # A browser that is just installed calls home; that is not what is tested.
    (profile / "user.js").write_text('user_pref("network.proxy.type", 1);\nuser_pref("network.proxy.socks", "127.0.0.1");\n'
                                     'user_pref("network.proxy.socks_port", 9);\n')  # fmt: skip
    command = [FIREFOX, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", str(profile), "about:blank"]  # fmt: skip
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        try:
            address = next(
                line.rpartition(" on ")[2].strip()
                for line in process.stderr
                if "BiDi listening" in line
            )
            with client.connect(f"{address}/session", max_size=2**26) as socket:
                browser = Firefox(socket)
                yield browser
                browser.evaluate("1")  # what was said until now is heard
        finally:
            process.terminate()
    assert browser.requests == []
    assert browser.complaints == []
