-- Begins the next generation of all feeds, of which nothing is derived yet, if the one before is still
-- the newest. Answers begun or stale.
--
-- KEYS[1]  the hash of the checkpoint
-- ARGV     the generation before, the next, the position after which it begins

if (redis.call('HGET', KEYS[1], 'generation') or '0') ~= ARGV[1] then return {'stale'} end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'generation', ARGV[2], 'from', ARGV[3])
return {'begun'}
