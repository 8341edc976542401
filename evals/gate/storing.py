"""Write recordings so that they can be reviewed: prompts and answers as texts, not as escaped JSON."""

import json
from pathlib import Path
from typing import Any

import yaml

from evals.gate.recording import answer_of, stream
from knowledge.yaml_text import read_yaml


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


class ReadableSerializer:
    """vcrpy's serializer for our exchanges; what it writes, it reads back to the same exchange."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """The recording as YAML, its provenance first."""
        exchanges = [
            {"request": _request(item["request"]), "response": _response(item["response"])}
            for item in cassette["interactions"]
        ]
        ordered = {"metadata": cassette.get("metadata", {}), "interactions": exchanges, "version": 1}
        return yaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """The recording as vcrpy keeps it."""
        kept: dict[str, Any] = read_yaml(text)
        for item in kept["interactions"]:
            body = item["request"].pop("body")
            for message in body["messages"]:
                message["content"] = message["content"].split("\n")
            item["request"]["body"] = json.dumps(body, ensure_ascii=False)
            said = item["response"]
            body = stream(said.pop("answer"), said.pop("model"), said.pop("usage"))
            said["body"] = {"string": body}
        return kept


def _request(request: dict[str, Any]) -> dict[str, Any]:
    body = json.loads(request["body"])
    for message in body["messages"]:
        message["content"] = "\n".join(message["content"])
    # What is read first comes first; JSON is compared whatever its order.
    body = {"messages": body.pop("messages"), **body}
    return {**{name: request[name] for name in ("method", "uri", "headers")}, "body": body}


def _response(response: dict[str, Any]) -> dict[str, Any]:
    answer, model, usage = answer_of(response["body"]["string"])
    kept = {name: response[name] for name in ("status", "headers")}
    return {"model": model, "answer": answer, "usage": usage, **kept}


def read_recording(path: Path) -> dict[str, Any]:
    """A recording as it stands in its file."""
    kept: dict[str, Any] = read_yaml(path.read_text(encoding="utf-8"))
    return kept
