"""Stores that cannot be used: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from communique.errors import StoreError
from communique.records.views import Filter
from communique.store import Store, open_store
from store.articles import AT, RUN, add, meeting, meeting_article

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """Return an empty store in a file."""
    copied = tmp_path / "a store #1?.db"
    shutil.copyfile(template, copied)
    return copied


def refusal(store: str | Path, **how: bool) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(store, **how)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def write(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def test_a_new_file_becomes_a_store_and_stays_one(tmp_path: Path) -> None:
    for _ in range(2):
        with open_store(tmp_path / "new 100%.db") as store:
            assert store.check() == []
    assert [p.name for p in tmp_path.iterdir()] == ["new 100%.db"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "there is no folder" in refusal(tmp_path / "nowhere" / "record.db")


def test_a_missing_store_is_not_made_where_one_only_wants_to_read(tmp_path: Path) -> None:
    assert "there is no such store" in refusal(tmp_path / "record.db", create=False)
    assert "there is no such store" in refusal(tmp_path / "record.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The ministers met in Oslo. " * 50)
    assert "is not a record store" in refusal(path)
    assert path.read_text().startswith("The ministers met")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "recipes.db")
    assert "is a database of another program" in refusal(tmp_path / "recipes.db")
    with sqlite3.connect(tmp_path / "recipes.db") as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_an_empty_file_is_a_new_store_or_none_yet(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert "is empty" in refusal(tmp_path / "empty.db", create=False)
    open_store(tmp_path / "empty.db").close()


def test_a_store_of_a_newer_version_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE communique_version SET version_num = '9999'")
    connection.close()
    assert "was written by a newer communique (9999); upgrade" in refusal(path)


@pytest.mark.parametrize("address", ["mysql://x@y/z", "postgresql://[bad", "://"])
def test_an_address_that_is_no_store_is_refused(address: str) -> None:
    assert refusal(address)


def test_a_password_is_never_printed() -> None:
    pytest.importorskip("psycopg")
    told = refusal("postgresql://mira:secret@127.0.0.1:1/record")
    assert "secret" not in told and "mira:***@" in told


def test_postgresql_without_its_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.store.opening.find_spec", lambda name: None)
    assert "pip install 'communique[postgres]'" in refusal("postgresql://localhost/record")


def test_a_read_only_store_can_be_read_and_says_why_it_cannot_be_written_to(path: Path) -> None:
    text = meeting_article("Oslo", "2025-03-01")
    with open_store(path) as store:
        add(store, text, [meeting(text)])
    with open_store(path, read_only=True) as store:
        assert store.count(Filter()) == 1
        with pytest.raises(StoreError, match="cannot be written to"):
            add(store, meeting_article("Bergen", None), [])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs to be root to become somebody without rights")
def test_a_file_that_belongs_to_somebody_else_can_be_read() -> None:
    with TemporaryDirectory() as folder:
        path, article = Path(folder) / "record.db", meeting_article("Oslo", "2025-03-01")
        with open_store(path) as store:
            add(store, article, [meeting(article)])
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        assert as_nobody(lambda: look(path)) == f"1, {path}: cannot be written to"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs to be root to become somebody without rights")
def test_a_file_in_a_folder_of_somebody_else_is_said_to_be_closed() -> None:
    with TemporaryDirectory() as folder:
        assert "cannot be opened" in as_nobody(lambda: refusal(Path(folder) / "record.db"))


def look(path: Path) -> str:
    """Return what a store without rights says: how many records there are, and why no more can be added."""
    with open_store(path) as store:
        found = store.count(Filter())
        with pytest.raises(StoreError) as refused:
            add(store, meeting_article("Bergen", None), [])
        return f"{found}, {refused.value}".partition(";")[0]


def as_nobody(work: Callable[[], str]) -> str:
    """Do something in another process, as a user who owns nothing, and return what it says."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            os.setuid(65534)
            said = work()
        except BaseException as error:
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()


def test_a_full_disk_loses_nothing_that_was_there(path: Path) -> None:
    first, second = meeting_article("Oslo", None), meeting_article("Bergen " * 100_000, None)
    with open_store(path) as store:
        add(store, first, [meeting(first)])
        with store.connected() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(StoreError, match="no room left on the disk"):
            add(store, second, [meeting(second)])
        assert (store.count(Filter()), store.check()) == (1, [])
    with open_store(path) as store:
        add(store, second, [meeting(second)])
        assert (store.count(Filter()), store.check()) == (2, [])


def test_a_writer_waits_for_another_one_and_then_says_so(address: str) -> None:
    with open_store(address, wait=0.2) as one, open_store(address, wait=0.2) as other:
        with one.writing(AT), pytest.raises(StoreError, match="another process is writing"):
            add(other, meeting_article("Oslo", None), [])
        assert other.count(Filter()) == 0
        add(other, meeting_article("Oslo", None), [])


def test_who_makes_a_store_waits_for_another_who_makes_it_and_then_says_so(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    with sqlite3.connect(file, isolation_level=None, check_same_thread=False) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process is writing"):
            open_store(file, wait=0.2)
        release = threading.Timer(0.3, other.rollback)
        release.start()
        with open_store(file, wait=20) as store:
            assert store.count(Filter()) == 0
        release.join()


def test_readers_never_wait(address: str) -> None:
    text = meeting_article("Oslo", None)
    with open_store(address) as one, open_store(address, wait=0.2) as other, one.writing(AT) as writer:
        writer.put_article(text)
        writer.put_records(text.id, [meeting(text)], RUN)
        assert (other.count(Filter()), writer.count(Filter())) == (0, 1)


def test_a_writer_that_waits_long_enough_gets_its_turn(address: str) -> None:
    with open_store(address) as one, open_store(address) as other:
        texts = [meeting_article(f"Place {n}", None) for n in range(6)]

        def work(store: Store, those: list[int]) -> None:
            for number in those:
                add(store, texts[number], [meeting(texts[number])])

        threads = [threading.Thread(target=work, args=(s, list(range(n, 6, 2)))) for n, s in enumerate((one, other))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        moments = {e.recorded for e in one.entries(Filter())}
        assert (one.count(Filter()), len(moments), one.check()) == (6, 6, [])


def test_two_processes_that_write_at_once_lose_nothing(address: str) -> None:
    code = (
        "from store.articles import AT, add, meeting, meeting_article\n"
        "for number in range({0}, {0} + 6):\n"
        "    text = meeting_article(f'Place {{number}}', '2025-03-01')\n"
        "    add(store, text, [meeting(text)])\n"
    )
    head = (
        f"import sys; sys.path[:0] = {[str(ROOT / 'src'), str(ROOT / 'tests')]!r}\n"
        f"from communique.store import open_store\nstore = open_store({address!r})\n"
    )
    commands = [[sys.executable, "-c", head + code.format(start)] for start in (0, 4)]
    working = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
    errors = [process.communicate(timeout=60)[1] for process in working]
    assert errors == ["", ""]
    with open_store(address) as store:
        assert (store.count(Filter()), store.check()) == (10, [])


DAMAGE = [
    ("UPDATE records SET payload = replace(payload, 'Norway', 'Sweden')", "is not 'Sweden'"),
    ("UPDATE records SET payload = '{'", "record "),
    ("UPDATE records SET id = 'f' || substr(id, 2)", "has the payload of"),
    ("UPDATE articles SET text = text || '!'", "has another text than its id says"),
    ("DELETE FROM evidence", "has other evidence"),
    ("UPDATE appearances SET recorded_to = recorded_from", "appeared nowhere"),
    ("INSERT INTO heads (record, head, recorded_from) VALUES ('a', 'a', '2026')", "is in a thread, but gone"),
    (
        'INSERT INTO states (head, "of", type, from_day, status, contested, reports, sources, recorded_from)'
        " VALUES ('a', 'event', '', '2026-01-01', 'held', false, 1, 1, '2026')",
        "has states, but no records",
    ),
]


@pytest.mark.parametrize(("damage", "told"), DAMAGE)
def test_a_check_tells_what_is_wrong(store: Store, damage: str, told: str) -> None:
    article = meeting_article("Oslo", "2025-03-01")
    add(store, article, [meeting(article)])
    assert store.check() == []
    with store.writing(AT) as writer, writer.connected() as connection:
        connection.execute(text(damage.replace(":", r"\:")))
    assert [fault for fault in store.check() if told in str(fault)]


def test_words_that_cannot_be_searched_are_told(store: Store) -> None:
    article = meeting_article("Oslo", "2025-03-01")
    add(store, article, [meeting(article)])
    with store.writing(AT) as writer, writer.connected() as connection:
        delete = "INSERT INTO record_words (record_words) VALUES ('delete-all')"
        connection.execute(text(delete if connection.dialect.name == "sqlite" else "DELETE FROM record_words"))
    assert ["cannot be searched" in str(fault) for fault in store.check()] == [True]


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from communique.store.tables import metadata

    own = ("record_words", "article_words", "communique_version")
    with store.connected() as connection, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SQLAlchemy cannot compare an index on an expression
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda thing, name, kind, *_: not (kind == "table" and str(name).startswith(own))},
        )
        assert [d for d in compare_metadata(context, metadata) if "records_in_time" not in str(d)] == []


def test_another_run_of_pytest_does_not_end_the_postgresql_of_this_one(
    server: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path_factory.getbasetemp().parent.chmod(0o700)  # as pytest does when it begins
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    for _ in range(2):
        with engine.connect() as connection:
            connection.execute(text("CHECKPOINT"))
    engine.dispose()
