"""How each library is called: one module a way of calling, each with a factory for `bench.worker`.

What may enter: the library's own documented calls, as short as its users write them. What may not: anything that makes one
faster than its users have it.
"""
