"""What a stranger may send: values that fit nowhere, and ways to put them in something that was right."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

NOW = 1_764_600_000_000
HASH = "0123456789"
BOMB = "<img src=x onerror=canary()><script>canary()</script>"
SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))

REPLACE = st.sampled_from(
    [
        None,
        True,
        -1,
        0,
        1.5,
        2**53,
        "1e999",
        "",
        "x",
        "__proto__",
        BOMB,
        [],
        {},
        [[]],
        {"__proto__": {"polluted": 1}},
        {"constructor": {"prototype": {"polluted": 1}}},
        "\ud83d",
        "x" * 20_001,
        NOW,
        NOW * 10,
        ["a"] * 21,
    ]
)
KEYS = st.sampled_from(["__proto__", "constructor", "prototype", "toString", "answers", "at", "hash", "een", "", "é", "x" * 90, BOMB])


def mutate(draw, node):
    """Changes one thing in a tree of dicts and lists, in place."""
    key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
    inner = node[key]
    if isinstance(inner, (dict, list)) and inner and draw(st.integers(0, 3)):
        return mutate(draw, inner)
    match draw(st.integers(0, 3 if isinstance(node, dict) else 1)):
        case 0 | 1:
            node[key] = draw(REPLACE)
        case 2:
            node[draw(KEYS)] = inner
        case 3:
            if len(node) > 1:
                del node[key]
    return None
