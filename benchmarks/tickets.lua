-- For wrk: each request is for a ticket of a player who was never there before.
--
--   wrk -s tickets.lua URL/v1/queues/QUEUE/tickets -- RUN
--
-- RUN, a number from 1 to 8999, keeps the players of this run apart from those of others. All numbers have
-- as many digits, so all bodies have the same length and a request is put together from fixed parts.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("thread_number", threads)
end

local number, before_id, before_rating, after_rating

function init(args)
  number = ((1000 + tonumber(args[1])) * 10 + thread_number) * 1e8
  before_rating = '","attributes":{"rating":'
  after_rating = ',"mode":"ctf"},"latency_ms":{"eu":30}}]}'
  local start = '{"players":[{"id":"wrk-'
  local length = #start + #before_rating + #after_rating + 2 * #tostring(number)
  before_id = 'POST ' .. wrk.path .. ' HTTP/1.1\r\n'
    .. 'Host: ' .. wrk.host .. ':' .. wrk.port .. '\r\n'
    .. 'Content-Type: application/json\r\n'
    .. 'Content-Length: ' .. length .. '\r\n\r\n'
    .. start
end

function request()
  number = number + 1
  return before_id .. number .. before_rating .. number .. after_rating
end

-- One line: requests, requests/s, and how many were refused or failed.
function done(summary)
  local errors = summary.errors
  print(string.format('result %d %.0f %d', summary.requests, summary.requests * 1e6 / summary.duration,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
