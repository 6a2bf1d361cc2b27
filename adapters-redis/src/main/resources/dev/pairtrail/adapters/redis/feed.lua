-- Adds entries of one queue's log to some feeds, as one step, but to each only what it has not and had
-- not. Answers of each feed derived and how many were added, stale if it is of a later generation, or
-- foreign and the type of a key that somebody else uses, which is left as it is.
--
-- KEYS  of each feed: the stream, its watermarks
-- ARGV  generation, queue, milliseconds to live, most entries of a feed, number of entries; of each of
--       these, in the order of the log: position, number of fields, names and values; then of each feed:
--       how many of the entries go there, and which, counted from 1

local generation, queue, ttl, most = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
local own_mark = 'queue:' .. queue

local entries, argument = {}, 6
for i = 1, tonumber(ARGV[5]) do
  local past = argument + 2 + 2 * tonumber(ARGV[argument + 1])
  entries[i] = { position = ARGV[argument], first = argument + 2, last = past - 1 }
  argument = past
end

local function kind_of(key)
  return redis.call('TYPE', key).ok
end

local function foreign(kind, own)
  return kind ~= 'none' and kind ~= own and {'foreign', kind} or nil
end

-- Which entries it is to have stands in the arguments from first to last.
local function derive(feed, marks, first, last)
  local noted = redis.pcall('HMGET', marks, 'generation', own_mark)
  if noted.err then return foreign(kind_of(marks), 'hash') or noted end
  local known = tonumber(noted[1] or '-1')
  if known > generation then return {'stale', 0} end

  -- A feed of an earlier generation is begun anew; so is one without its watermarks, as nobody could
  -- tell what it has.
  local mark, outdated = noted[2] or '0-0', false
  if known < generation then
    local kind = kind_of(feed)
    if foreign(kind, 'stream') then return foreign(kind, 'stream') end
    mark, outdated = '0-0', known >= 0 or kind ~= 'none'
  end

  local added, failure = 0, nil
  for i = first, last do
    local entry = entries[tonumber(ARGV[i])]
    if before(mark, entry.position) then
      if added == 0 and outdated then redis.call('DEL', feed, marks) end
      local id = redis.pcall('XADD', feed, 'MAXLEN', '~', most, '*', 'queue', queue,
        'position', entry.position, unpack(ARGV, entry.first, entry.last))
      if type(id) == 'table' then
        failure = id
        break
      end
      mark, added = entry.position, added + 1
    end
  end
  if added > 0 then
    redis.call('HSET', marks, 'generation', ARGV[1], own_mark, mark)
    redis.call('PEXPIRE', feed, ttl)
    redis.call('PEXPIRE', marks, ttl)
  end
  if failure then return foreign(kind_of(feed), 'stream') or failure end
  return {'derived', added}
end

local answers = {}
for key = 1, #KEYS, 2 do
  local past = argument + 1 + tonumber(ARGV[argument])
  local answer = derive(KEYS[key], KEYS[key + 1], argument + 1, past - 1)
  if answer.err then return answer end
  answers[#answers + 1] = answer
  argument = past
end
return answers
