"""What goes over the sockets of the kernel, seen by jupyter_client. What cells do is tested in test/notebook/."""

import time
from queue import Empty

import pytest
from jupyter_client.manager import start_new_kernel


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(kernel_name="tslab")
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def client(kernel):
    return kernel[1]


replies = {}


def reply_to(client, message_id):
    while message_id not in replies:
        message = client.get_shell_msg(timeout=60)
        replies[message["parent_header"]["msg_id"]] = message
    return replies[message_id]["content"]


def published(client, message_id):
    """The messages to all who listen, from busy to idle: (type, content)."""
    found = []
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        found.append((message["msg_type"], message["content"]))
        if found[-1] == ("status", {"execution_state": "idle"}):
            return found


def test_kernel_info_has_the_status_and_says_what_runs(client):
    info = reply_to(client, client.kernel_info())
    assert (info["status"], info["language_info"]["name"]) == ("ok", "typescript")
    assert info["language_info"]["version"].startswith("5.") and info["help_links"]


def test_an_error_is_a_message_to_all_and_the_reply_once(client):
    message_id = client.execute("const half = (x: number) => {\n  throw new RangeError(`not ${x}`);\n};\nhalf(1);")
    fields = {"ename": "RangeError", "evalue": "not 1"}
    reply = reply_to(client, message_id)
    assert reply["status"] == "error" and {name: reply[name] for name in fields} == fields
    number = reply["execution_count"]
    assert reply["traceback"] == [
        "RangeError: not 1",
        f"    at half (cell [{number}], line 2)",
        f"    at cell [{number}], line 4",
    ]
    shown = published(client, message_id)
    assert [kind for kind, _ in shown] == ["status", "execute_input", "error", "status"]
    assert shown[2][1] == {name: reply[name] for name in ("ename", "evalue", "traceback")}


def test_stop_on_error_is_obeyed(client):
    def run(**options):
        cells = ["1", "throw new Error('here')", "2", "3"]
        return [reply_to(client, each)["status"] for each in [client.execute(cell, **options) for cell in cells]]

    assert run() == ["ok", "error", "aborted", "aborted"]
    assert run(stop_on_error=False) == ["ok", "error", "ok", "ok"]


def test_six_hundred_dropped_cells_each_get_their_answer(client):
    ids = [client.execute(cell) for cell in ["throw 1", *["2"] * 600]]
    assert {reply_to(client, each)["status"] for each in ids[1:]} == {"aborted"}


def test_a_silent_cell_publishes_nothing(client):
    message_id = client.execute("console.log('heard'); 5", silent=True)
    assert reply_to(client, message_id)["status"] == "ok"
    assert [kind for kind, _ in published(client, message_id)] == ["status", "status"]


def test_twenty_thousand_lines_arrive(client):
    message_id = client.execute("for (let i = 0; i < 20000; i++) console.log(`line ${i}`);")
    shown = published(client, message_id)
    text = "".join(content["text"] for kind, content in shown if kind == "stream")
    assert text == "".join(f"line {i}\n" for i in range(20000))


def test_a_question_that_cannot_be_answered_gets_an_error_for_an_answer(client):
    message = client.session.msg("complete_request", {"code": None, "cursor_pos": 0})
    client.shell_channel.send(message)
    assert reply_to(client, message["header"]["msg_id"])["status"] == "error"


def test_what_a_kernel_need_not_know_is_ignored(client):
    message = client.session.msg("debug_request", {})
    client.control_channel.send(message)
    assert [kind for kind, _ in published(client, message["header"]["msg_id"])] == ["status", "status"]
    with pytest.raises(Empty):
        client.get_control_msg(timeout=0.2)


@pytest.mark.parametrize("code", ["for (;;);", "await new Promise(() => {});", "for (;;) await new Promise(setImmediate);"])
def test_the_stop_button_ends_a_cell(kernel, code):
    manager, client = kernel
    message_id = client.execute(code)
    time.sleep(0.7)
    start = time.monotonic()
    manager.interrupt_kernel()
    assert reply_to(client, message_id)["ename"] == "Interrupted"
    assert time.monotonic() - start < 2
    assert reply_to(client, client.execute("1"))["status"] == "ok"


def test_a_stop_may_be_a_message(client):
    message_id = client.execute("await new Promise(() => {});")
    time.sleep(0.5)
    client.control_channel.send(client.session.msg("interrupt_request", {}))
    assert client.get_control_msg(timeout=5)["msg_type"] == "interrupt_reply"
    assert reply_to(client, message_id)["ename"] == "Interrupted"


def test_a_message_that_is_not_signed_is_no_request(client):
    key, client.session.key = client.session.key, b"another key"
    try:
        message_id = client.execute("globalThis.unsigned = true")
    finally:
        client.session.key = key
    assert reply_to(client, client.execute("'unsigned' in globalThis"))["status"] == "ok"
    assert message_id not in replies


def test_a_late_error_names_the_cell_it_belongs_to(client):
    first = client.execute("setTimeout(() => { throw new Error('late'); }, 300);\n0")
    assert reply_to(client, first)["status"] == "ok"
    published(client, first)
    message = client.get_iopub_msg(timeout=5)
    assert (message["msg_type"], message["parent_header"]["msg_id"]) == ("error", first)
