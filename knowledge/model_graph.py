"""Write all-MiniLM-L6-v2 as an ONNX graph: the tokens of some texts in, one unit vector a text out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import onnx

Weights = Mapping[str, npt.NDArray[np.float32]]

OPSET = 20
HIDDEN, HEADS, LAYERS, POSITIONS = 384, 12, 6, 256
EPSILON = 1e-12


class _Graph:
    """Collect nodes and constants; each call answers the name of what it made."""

    def __init__(self) -> None:
        from onnx import helper, numpy_helper

        self._make, self._tensor = helper.make_node, numpy_helper.from_array
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(self._make(kind, list(inputs), [name], **attributes))
        return name

    def split(self, value: str, parts: int) -> list[str]:
        names = [f"split_{len(self.nodes)}_{part}" for part in range(parts)]
        self.nodes.append(self._make("Split", [value], names, axis=-1, num_outputs=parts))
        return names

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        if name not in self.constants:
            self.constants[name] = self._tensor(np.ascontiguousarray(value), name)
        return name

    def number(self, value: float) -> str:
        return self.constant(f"number_{value}", np.array(value, dtype=np.float32))

    def shape(self, *sizes: int) -> str:
        return self.constant(f"sizes_{'_'.join(map(str, sizes))}", np.array(sizes, dtype=np.int64))


def minilm(weights: Weights) -> "onnx.ModelProto":
    """The model, for some texts whose tokens stand in one row, so that none is padded to another's length.

    Inputs, int64 (tokens,): `ids`; `places`, of a token in its text (< 256); `texts`, which text it is of.
    Output: `vectors`, float32 (texts, 384).
    """
    from onnx import TensorProto, helper

    graph = _Graph()
    state = _embedded(graph, weights)
    bias = _attention_bias(graph)
    for layer in range(LAYERS):
        state = _layer(graph, weights, f"encoder.layer.{layer}", state, bias)
    graph.nodes.append(helper.make_node("Identity", [_pooled(graph, state)], ["vectors"]))
    whole = helper.make_graph(
        graph.nodes,
        "all-MiniLM-L6-v2",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["tokens"])
            for name in ("ids", "places", "texts")
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", HIDDEN])],
        list(graph.constants.values()),
    )
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)


def _embedded(graph: _Graph, weights: Weights) -> str:
    """Word plus position plus the one token type that single texts use, normalised."""
    place = weights["embeddings.position_embeddings.weight"][:POSITIONS]
    place = place + weights["embeddings.token_type_embeddings.weight"][0]
    # Half precision for the table of words alone: 23 MB less in memory, vectors within 1e-5.
    table = graph.constant("words", weights["embeddings.word_embeddings.weight"].astype(np.float16))
    words = graph.op("Cast", graph.op("Gather", table, "ids", axis=0), to=1)
    places = graph.op("Gather", graph.constant("every_place", place), "places", axis=0)
    return _normed(graph, weights, "embeddings", graph.op("Add", words, places))


def _attention_bias(graph: _Graph) -> str:
    """Nought between two tokens of one text, far below nought between those of two; (tokens, tokens)."""
    row, column = (graph.op("Unsqueeze", "texts", graph.shape(axis)) for axis in (0, 1))
    return graph.op("Where", graph.op("Equal", row, column), graph.number(0.0), graph.number(-1e9))


def _layer(graph: _Graph, weights: Weights, name: str, state: str, bias: str) -> str:
    attended = _linear(
        graph, weights, [f"{name}.attention.output.dense"], _attention(graph, weights, name, state, bias)
    )
    state = _normed(graph, weights, f"{name}.attention.output", graph.op("Add", attended, state))
    wide = graph.op("Gelu", _linear(graph, weights, [f"{name}.intermediate.dense"], state))
    narrow = _linear(graph, weights, [f"{name}.output.dense"], wide)
    return _normed(graph, weights, f"{name}.output", graph.op("Add", narrow, state))


def _attention(graph: _Graph, weights: Weights, name: str, state: str, bias: str) -> str:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    heads = [
        graph.op("Reshape", part, graph.shape(0, HEADS, HIDDEN // HEADS))
        for part in graph.split(_linear(graph, weights, parts, state), 3)
    ]
    query, value = (graph.op("Transpose", heads[part], perm=[1, 0, 2]) for part in (0, 2))
    key = graph.op("Transpose", heads[1], perm=[1, 2, 0])
    scaled = graph.op("Mul", graph.op("MatMul", query, key), graph.number((HIDDEN / HEADS) ** -0.5))
    share = graph.op("Softmax", graph.op("Add", scaled, bias), axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", share, value), perm=[1, 0, 2])
    return graph.op("Reshape", mixed, graph.shape(0, HIDDEN))


def _linear(graph: _Graph, weights: Weights, names: list[str], state: str) -> str:
    """One product for one or several linear layers side by side."""
    matrix = np.concatenate([weights[f"{name}.weight"] for name in names]).T
    offset = np.concatenate([weights[f"{name}.bias"] for name in names])
    product = graph.op("MatMul", state, graph.constant(f"{names[0]}.weight", matrix))
    return graph.op("Add", product, graph.constant(f"{names[0]}.bias", offset))


def _normed(graph: _Graph, weights: Weights, name: str, state: str) -> str:
    scale, offset = (
        graph.constant(f"{name}.norm.{part}", weights[f"{name}.LayerNorm.{part}"])
        for part in ("weight", "bias")
    )
    return graph.op("LayerNormalization", state, scale, offset, axis=-1, epsilon=EPSILON)


def _pooled(graph: _Graph, state: str) -> str:
    """The sum over a text's tokens at length one, which is their mean at length one."""
    one = graph.constant("one", np.array(1, dtype=np.int64))
    texts = graph.op("Add", graph.op("ReduceMax", "texts", keepdims=0), one)
    of = graph.op(
        "OneHot", "texts", texts, graph.constant("off_on", np.array([0, 1], dtype=np.float32)), axis=0
    )
    return graph.op("LpNormalization", graph.op("MatMul", of, state), axis=-1, p=2)
