"""Conversations, messages, drafts and versions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversations",
        *_head("conversations"),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("brief", sa.JSON(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.UniqueConstraint("id", name="uq_conversations_id"),
    )
    op.create_table(
        "messages",
        *_head("messages"),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("turn", sa.JSON(none_as_null=True), nullable=True),
        sa.UniqueConstraint("id", name="uq_messages_id"),
        _of("messages", "conversation_id", "conversations.id"),
    )
    op.create_table(
        "drafts",
        *_head("drafts"),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.UniqueConstraint("id", name="uq_drafts_id"),
        _of("drafts", "conversation_id", "conversations.id"),
    )
    op.create_table(
        "versions",
        *_head("versions"),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("brief", sa.JSON(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.UniqueConstraint("draft_id", "number", name="uq_versions_draft_id"),
        _of("versions", "draft_id", "drafts.id"),
    )
    for table in ("conversations", "messages", "drafts", "versions"):
        op.create_index(f"ix_{table}_owner", table, ["owner"])
    for table in ("messages", "drafts"):
        op.create_index(f"ix_{table}_conversation_id", table, ["conversation_id"])


def downgrade() -> None:
    for table in ("versions", "drafts", "messages", "conversations"):
        op.drop_table(table)


def _head(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("place", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=f"pk_{table}"),
    )


def _of(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", ondelete="CASCADE")
