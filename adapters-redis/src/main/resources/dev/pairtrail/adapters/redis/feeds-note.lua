-- Notes how far the feeds are derived, or are going to be, from one queue's log. Answers forward, behind
-- if that far had been noted before, or stale if another generation was begun.
--
-- KEYS[1]  the hash of the checkpoint
-- ARGV     generation, field, position, revision

if (redis.call('HGET', KEYS[1], 'generation') or '0') ~= ARGV[1] then return {'stale'} end
local noted = redis.call('HGET', KEYS[1], ARGV[2])
if noted and not before(string.match(noted, '^[^/]+'), ARGV[3]) then return {'behind'} end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[3] .. '/' .. ARGV[4])
return {'forward'}
