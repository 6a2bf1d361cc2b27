-- Keeps a snapshot if it is newer than the one that is stored. Answers kept or older.
--
-- KEYS[1]  the hash of the snapshot
-- ARGV     milliseconds and sequence of its position, its revision, its content
--
-- The parts of a position are digits without leading zeros and are compared as text, the longer one
-- being the greater: numbers lose digits above 2^53.

local function compare(a, b)
  if #a ~= #b then return #a < #b and -1 or 1 end
  if a == b then return 0 end
  return a < b and -1 or 1
end

local stored = redis.call('HGET', KEYS[1], 'position')
if stored then
  local millis, sequence = string.match(stored, '^(%d+)%-(%d+)$')
  if millis then
    local order = compare(ARGV[1], millis)
    if order == 0 then order = compare(ARGV[2], sequence) end
    if order <= 0 then return {'older'} end
  end
end
redis.call('HSET', KEYS[1], 'format', 1, 'position', ARGV[1] .. '-' .. ARGV[2],
  'revision', ARGV[3], 'content', ARGV[4])
return {'kept'}
