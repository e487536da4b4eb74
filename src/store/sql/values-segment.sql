-- The segments; what each finds is not counted here. A full scan of a handful.
SELECT name, 0 FROM live_segment
