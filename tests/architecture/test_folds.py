"""A fold stays as its reader left it."""

import ast

from tests.architecture.project import PACKAGES, ROOT, project_files


def folds() -> list[tuple[str, ast.Call]]:
    """Every `st.expander(…)` of the app, with its place."""
    files = [path for path in project_files() if path.suffix == ".py" and path.parts[0] in PACKAGES]
    return [
        (f"{path}:{node.lineno}", node)
        for path in files
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "expander"
    ]


def test_a_fold_whose_words_change_has_a_key() -> None:
    """Streamlit shuts a fold without a key when its label changes: "10 of 11" after each tick."""
    found = folds()
    assert found
    keyless = [
        place
        for place, fold in found
        if not isinstance(fold.args[0], ast.Constant)
        and not any(given.arg == "key" for given in fold.keywords)
    ]
    assert keyless == []
