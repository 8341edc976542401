"""The language of a message is told by its small words, and English is assumed when there are none."""

import pytest

from assistant.reading.language import language


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("network engineer", "en"),
        ("DBA Zürich", "en"),
        ("", "en"),
        ("Kubernetes Terraform Ansible Prometheus Grafana Docker Helm Istio", "en"),
        ("The word 'für' and 'nicht' stand in our German manual, we need someone who reads it.", "en"),
        ("Ich brauche einen Entwickler für die neue App, und zwar bis März.", "de"),
        ("Je cherche un développeur pour une application mobile avec nous.", "fr"),
        ("Chcemy zatrudnić kogoś na trzy miesiące do naszego zespołu, który zna sieci.", "pl"),
        ("Потрібен мережевий інженер на три місяці", "uk"),
        ("Необходим инженер", "ru"),
        ("네트워크 엔지니어가 필요합니다", "ko"),
        ("نحتاج إلى مهندس شبكات", "ar"),
    ],
)
def test_language_of_a_message(message: str, code: str) -> None:
    """Names of tools, cities and quoted words do not make a message foreign."""
    assert language(message) == code
