"""From the spec to faces: `reading` reads it, `ops`, `native` and `dropin` write one kind of file each, `style` formats.

Generated: names, order, docs, field tables, delegation. Hand-written: anything with an `if`.
"""
