"""A newcomer sees a handful of names, each of which a reader or a tool expects there."""

import re

from tests.architecture.project import PACKAGES, ROOT, project_files


DOORS = {"run.py", "app.py", "cli.py"}
CODE = {*PACKAGES, "starter", "tests", "benchmarks"}
CONTENT = {"statements.yaml", "static", "docs", "README.md", "CHANGELOG.md", "LICENSE"}
TOOLS = {"pyproject.toml", "requirements.txt", "requirements-dev.txt", ".streamlit", ".ci"} | {
    ".gitignore",
    ".gitattributes",
}
# In pieces, so that this file does not find itself.
OF_A_MACHINE = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/opt/py" + "pi"]))
OF_A_REGISTRY = re.compile("|".join(["py" + "pi.org", "pythonho" + "sted", "index-url *[=h]"]))


def test_nothing_else_stands_at_the_top() -> None:
    names = {path.parts[0] for path in project_files()}
    assert names - DOORS - CODE - CONTENT - TOOLS == set()


def test_no_file_names_a_machine_or_an_index_of_packages() -> None:
    found = []
    for path in project_files():
        try:
            text = (ROOT / path).read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
        if OF_A_MACHINE.search(text) or OF_A_REGISTRY.search(text):
            found.append(str(path))
    assert found == []
