-- Appends events to a log on a condition, as one step. Answers with a status and never fails on a
-- condition. Everything is checked before the first write, as Redis does not roll a script back.
--
-- KEYS[1]  the log
-- ARGV     after, its revision, most entries to scan, most entries to send back, the tags of the
--          condition with spaces between them, then event, tags and meta of each event
--
-- Positions are compared as strings and never as numbers, which would lose digits.

local key, after, after_rev = KEYS[1], ARGV[1], tonumber(ARGV[2])
local max_scan, max_reply = tonumber(ARGV[3]), tonumber(ARGV[4])

local function field(entry, name)
  local fields = entry[2]
  for i = 1, #fields, 2 do
    if fields[i] == name then return fields[i + 1] end
  end
  return nil
end

local function stream_info(name)
  local info = redis.pcall('XINFO', 'STREAM', key)
  if info.err then return nil end
  for i = 1, #info, 2 do
    if info[i] == name then return info[i + 1] end
  end
  return nil
end

local entries = redis.call('XRANGE', key, after, '+', 'COUNT', max_scan + 2)
local head = nil
if #entries > 0 and entries[1][1] == after then
  head = table.remove(entries, 1)
end

-- Is the log still the one that the writer read? A head that was trimmed away, with all before it, is
-- fine as long as nothing between it and the next entry is gone.
local same = true
if after ~= '0-0' then
  if head then
    local rev = field(head, 'rev')
    same = not rev or tonumber(rev) == after_rev
  elseif #entries > 0 then
    local first = redis.call('XRANGE', key, '-', '+', 'COUNT', 1)[1][1]
    same = first == entries[1][1] and tonumber(field(entries[1], 'rev') or -1) == after_rev + 1
  else
    same = stream_info('last-generated-id') == after
  end
end
if not same then
  return {'diverged', stream_info('last-generated-id') or '0-0'}
end

-- Were entries removed, so that those left are not all that a writer would have to be held against who
-- has read nothing? A log without any is as good as new: there is nothing to read first.
local function in_part()
  return #entries > 0 and (stream_info('entries-added') or 0) > redis.call('XLEN', key)
end
if #entries > max_scan or (after == '0-0' and in_part()) then
  return {'behind'}
end

local wanted = {}
if #entries > 0 then
  for tag in string.gmatch(ARGV[5], '%S+') do
    wanted[tag] = true
  end
end

local function conflicts(entry)
  local tags = field(entry, 'tags')
  if not tags or not string.find(tags, '%S') then return true end
  for tag in string.gmatch(tags, '%S+') do
    if wanted[tag] then return true end
  end
  return false
end

local missed = #entries <= max_reply and entries or {}
if next(wanted) then
  for _, entry in ipairs(entries) do
    if conflicts(entry) then return {'conflict', #entries, missed} end
  end
end

-- The last entry's number; another program's entry carries none, so the stream's own count stands in.
local function last_revision()
  local last = entries[#entries] or head
  if not last and after ~= '0-0' then return after_rev end
  local rev = last and field(last, 'rev')
  return tonumber(rev or stream_info('entries-added') or redis.call('XLEN', key))
end

local rev = last_revision()
local first, positions = rev + 1, {}
for argument = 6, #ARGV, 3 do
  rev = rev + 1
  positions[rev - first + 1] = redis.call('XADD', key, '*',
    'event', ARGV[argument], 'tags', ARGV[argument + 1], 'meta', ARGV[argument + 2], 'rev', rev)
end
return {'appended', #entries, missed, first, positions}
