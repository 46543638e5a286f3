"""Hash trees of BEP 52: SHA-256 over pairs, missing leaves are zeros.

Plain functions over digests, standard library only: hashing processes load this too.
"""

from __future__ import annotations

from hashlib import sha256

LEAF_LENGTH = 16 * 1024
DIGEST_LENGTH = 32
LEVELS = 64


def zero_subtrees() -> tuple[bytes, ...]:
    """By level, the root of a subtree that holds nothing; level 0 is a missing leaf."""
    roots = [bytes(DIGEST_LENGTH)]
    while len(roots) < LEVELS:
        roots.append(sha256(roots[-1] * 2).digest())
    return tuple(roots)


ZEROS = zero_subtrees()


def height(nodes: int) -> int:
    """Levels above so many nodes until one root is left."""
    return max(nodes - 1, 0).bit_length()


def root(nodes: list[bytes], levels: int, above: int = 0) -> bytes:
    """The root so many levels above the nodes, which themselves stand so many levels above the leaves."""
    for level in range(above, above + levels):
        if len(nodes) % 2:
            nodes = [*nodes, ZEROS[level]]
        pairs = iter(nodes)
        nodes = [sha256(left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return nodes[0]


def leaves_of(block: memoryview | bytes) -> list[bytes]:
    """The leaf hashes of a block that begins at a leaf."""
    return [sha256(block[at : at + LEAF_LENGTH]).digest() for at in range(0, len(block), LEAF_LENGTH)]


def layer(leaves: list[bytes], piece_length: int) -> list[bytes]:
    """The piece layer above the leaves of whole pieces, the last one filled up with zeros."""
    step = piece_length // LEAF_LENGTH
    levels = height(step)
    return [root(leaves[at : at + step], levels) for at in range(0, len(leaves), step)]


def file_root(hashes: bytes, piece_length: int) -> bytes:
    """The root of a file of more than one piece, from its piece layer."""
    nodes = [hashes[at : at + DIGEST_LENGTH] for at in range(0, len(hashes), DIGEST_LENGTH)]
    return root(nodes, height(len(nodes)), height(piece_length // LEAF_LENGTH))
