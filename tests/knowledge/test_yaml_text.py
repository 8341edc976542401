"""Every YAML file of ours is read by one reader."""

import pytest
import yaml

from knowledge.yaml_text import read_yaml


def test_plain_values_alone_are_read() -> None:
    """A file is data: a tag that would make an object of a class is refused."""
    assert read_yaml("a: [1, b: yes]") == {"a": [1, {"b": True}]}
    with pytest.raises(yaml.YAMLError):
        read_yaml("!!python/object/apply:os.getcwd []")
