-- The writer's transaction: the lock is taken now, not at the first write.
BEGIN IMMEDIATE
