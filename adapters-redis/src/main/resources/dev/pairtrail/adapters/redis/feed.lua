-- Adds entries of one queue's log to one feed, as one step, but for those that it has or had. Answers
-- derived and how many were added, stale if the feed is of a later generation, or foreign and the type
-- of a key that somebody else uses. Everything is checked before the first write, as Redis does not
-- roll a script back.
--
-- KEYS  the feed, its watermarks
-- ARGV  generation, queue, milliseconds to live, most entries, then of each entry, in the order of the
--       log: position, number of fields, names and values
--
-- The parts of a position are digits without leading zeros and are compared as text, the longer one
-- being the greater: numbers lose digits above 2^53.

local feed, marks = KEYS[1], KEYS[2]
local generation, queue, ttl, most = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local own_mark = 'queue:' .. queue

local function less(a, b)
  if #a ~= #b then return #a < #b end
  return a < b
end

local function before(a, b)
  local a_millis, a_sequence = string.match(a, '^(%d+)%-(%d+)$')
  local b_millis, b_sequence = string.match(b, '^(%d+)%-(%d+)$')
  if a_millis ~= b_millis then return less(a_millis, b_millis) end
  return less(a_sequence, b_sequence)
end

for key, wanted in pairs({ [feed] = 'stream', [marks] = 'hash' }) do
  local kind = redis.call('TYPE', key).ok
  if kind ~= 'none' and kind ~= wanted then return {'foreign', kind} end
end

-- A feed without its watermarks is begun anew: nobody could tell what it has.
local known = tonumber(redis.call('HGET', marks, 'generation') or '-1')
if known > generation then return {'stale'} end
local mark = known == generation and redis.call('HGET', marks, own_mark) or '0-0'

local added, argument, emptied = 0, 5, known == generation
while argument <= #ARGV do
  local position = ARGV[argument]
  local past = argument + 2 + 2 * tonumber(ARGV[argument + 1])
  if before(mark, position) then
    if not emptied then
      redis.call('DEL', feed, marks)
      redis.call('HSET', marks, 'generation', ARGV[1])
      emptied = true
    end
    redis.call('XADD', feed, 'MAXLEN', '~', most, '*', 'queue', queue, 'position', position,
      unpack(ARGV, argument + 2, past - 1))
    mark, added = position, added + 1
  end
  argument = past
end
if added > 0 then
  redis.call('HSET', marks, own_mark, mark)
  redis.call('PEXPIRE', feed, ttl)
  redis.call('PEXPIRE', marks, ttl)
end
return {'derived', added}
