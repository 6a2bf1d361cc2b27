-- Adds entries of one queue's log to one feed, as one step, but for those that it has or had. Answers
-- derived and how many were added, stale if the feed is of a later generation, or foreign and the type
-- of a key that somebody else uses, which is left as it is.
--
-- KEYS  the feed, its watermarks
-- ARGV  generation, queue, milliseconds to live, most entries, then of each entry, in the order of the
--       log: position, number of fields, names and values

local feed, marks = KEYS[1], KEYS[2]
local generation, queue, ttl, most = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local own_mark = 'queue:' .. queue

local function foreign(key, own)
  local kind = redis.call('TYPE', key).ok
  return kind ~= 'none' and kind ~= own and {'foreign', kind} or nil
end

local noted = redis.pcall('HMGET', marks, 'generation', own_mark)
if noted.err then return foreign(marks, 'hash') or noted end
local known = tonumber(noted[1] or '-1')
if known > generation then return {'stale'} end

-- A feed of an earlier generation is begun anew; so is one without its watermarks, as nobody could tell
-- what it has.
local mark = noted[2] or '0-0'
if known < generation then
  local other = foreign(feed, 'stream')
  if other then return other end
  mark = '0-0'
end

local added, argument, failure = 0, 5, nil
while argument <= #ARGV do
  local position = ARGV[argument]
  local past = argument + 2 + 2 * tonumber(ARGV[argument + 1])
  if before(mark, position) then
    if added == 0 and known < generation then
      redis.call('DEL', feed, marks)
      redis.call('HSET', marks, 'generation', ARGV[1])
    end
    local id = redis.pcall('XADD', feed, 'MAXLEN', '~', most, '*', 'queue', queue,
      'position', position, unpack(ARGV, argument + 2, past - 1))
    if type(id) == 'table' then
      failure = id
      break
    end
    mark, added = position, added + 1
  end
  argument = past
end
if added > 0 then
  redis.call('HSET', marks, own_mark, mark)
  redis.call('PEXPIRE', feed, ttl)
  redis.call('PEXPIRE', marks, ttl)
end
if failure then return foreign(feed, 'stream') or failure end
return {'derived', added}
