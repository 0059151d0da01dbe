-- The counts of design.md §3 for every period that a file moves, by the rules of domain.md §5 for a single upload:
-- each value is the latest known, nothing is extended yet, and the status decides against dates.
-- A period is its ordinal; within one kind of period, comparing ordinals is comparing days.
CREATE OR REPLACE MACRO moment(text) AS CAST(strptime(text, '%d/%m/%Y %H:%M:%S') AS DATE);
CREATE OR REPLACE MACRO month_of(day) AS year(day) * 12 + month(day) - 1 + CAST(dayofmonth(day) >= 15 AS INT);
CREATE OR REPLACE MACRO day_of(day) AS CAST(day - DATE '0001-01-01' AS INT);
CREATE OR REPLACE MACRO channel_of(text) AS CASE text
    WHEN 'Trực tuyến' THEN 1 WHEN 'Trực tiếp' THEN 2 WHEN 'Bưu chính công ích' THEN 3
    ELSE CASE WHEN text IS NULL THEN 2 ELSE 4 END
END;

CREATE OR REPLACE TEMP TABLE figures AS
WITH cells AS (
    SELECT
        file_index AS file,
        "Mã TTHC" AS procedure,
        "Lĩnh vực" AS field,
        moment("Ngày tiếp nhận") AS received,
        moment("Ngày hẹn trả kết quả") AS due,
        moment("Ngày kết thúc xử lý") AS finished,
        moment("Ngày trả kết quả") AS returned,
        CASE "Trạng thái"
            WHEN 'Đã trả kết quả' THEN 9
            WHEN 'Đang xử lý' THEN 4
            WHEN 'Đã xử lý xong' THEN 8
            WHEN 'Được tiếp nhận' THEN 3
            WHEN 'Yêu cầu bổ sung giấy tờ' THEN 5
            WHEN 'Yêu cầu thực hiện nghĩa vụ tài chính' THEN 5
            WHEN 'Dừng xử lý' THEN 5
            WHEN 'Công dân yêu cầu rút hồ sơ' THEN 7
            WHEN 'Mới đăng ký' THEN 1
            WHEN 'Không được tiếp nhận' THEN 1
        END AS status,
        channel_of("Hình thức nộp") AS channel,
        channel_of("Hình thức trả kết quả") AS return_channel,
        CASE "Mức độ DVC" WHEN 'Mức độ 4' THEN 4 WHEN 'Mức độ 3' THEN 3 WHEN 'Mức độ 2' THEN 2 END AS level,
        CASE "Số hóa" WHEN 'Có' THEN true WHEN 'Không' THEN false END AS digitised,
        CASE "Thanh toán" WHEN 'Thanh toán trực tuyến' THEN true WHEN 'Tiền mặt' THEN false END AS paid
    FROM read_csv(
        {files}, columns = {columns}, header = true, delim = ',', quote = '"', escape = '"',
        auto_detect = false
    )
),
standing AS MATERIALIZED (
    SELECT
        * EXCLUDE (finished, returned),
        CASE WHEN status >= 7 THEN greatest(coalesce(finished, returned, DATE '{as-of}'), received) END AS finished,
        CASE WHEN status >= 7 THEN returned END AS returned,
        finished IS NULL AND returned IS NULL AS is_inferred,
        CASE WHEN status <> 5 THEN due + 1 END AS overdue_from,
        month_of(received) AS received_month,
        month_of(finished) AS finished_month,
        month_of(returned) AS returned_month,
        month_of(overdue_from) AS overdue_month
    FROM cells
    WHERE status > 1
),
events AS (
    SELECT
        kind, file, field, procedure, channel, return_channel, level, digitised, paid, status, due, is_inferred, finished AS finished_day,
        received_month // months AS r, finished_month // months AS f, returned_month // months AS t,
        overdue_month // months AS o, overdue_from <= DATE '{as-of}' AS is_overdue,
        month_of(DATE '{as-of}') // months AS last
    FROM standing, (VALUES (1, 1), (2, 3), (3, 12)) kinds(kind, months)
    UNION ALL
    SELECT
        0, file, NULL, NULL, channel, return_channel, level, digitised, paid, status, due, is_inferred, finished,
        day_of(received), day_of(finished), day_of(returned),
        day_of(overdue_from), overdue_from <= DATE '{as-of}', day_of(DATE '{as-of}')
    FROM standing
),
spans AS (
    SELECT *, unnest(range(r, greatest(coalesce(f, last), coalesce(t, r)) + 1)) AS p FROM events
),
facts AS (
    SELECT
        *,
        r = p AS is_received,
        r < p AND (f IS NULL OR f >= p) AS is_carried_over,
        coalesce(f = p, false) AS is_finished,
        r <= p AND (f IS NULL OR f > p) AS is_open,
        coalesce(t = p, false) AS is_returned,
        coalesce(CASE WHEN p = last THEN is_overdue ELSE o <= p END, false) AS is_late
    FROM spans
),
parts AS (
    SELECT
        kind, p AS ordinal, file, field, procedure,
        count(*) FILTER (WHERE is_received) AS Received,
        count(*) FILTER (WHERE is_received AND channel = 1) AS ReceivedOnline,
        count(*) FILTER (WHERE is_received AND channel = 2) AS ReceivedInPerson,
        count(*) FILTER (WHERE is_received AND channel = 3) AS ReceivedPostal,
        count(*) FILTER (WHERE is_received AND channel = 4) AS ReceivedUnknownChannel,
        count(*) FILTER (WHERE is_carried_over) AS CarriedOver,
        count(*) FILTER (WHERE is_finished) AS Finished,
        count(*) FILTER (WHERE is_finished AND status <> 7 AND finished_day < due) AS Early,
        count(*) FILTER (WHERE is_finished AND (status = 7 OR due IS NULL OR finished_day = due)) AS OnTime,
        count(*) FILTER (WHERE is_finished AND status <> 7 AND finished_day > due) AS Overdue,
        count(*) FILTER (WHERE is_open) AS Open,
        count(*) FILTER (WHERE is_open AND NOT is_late) AS OpenInTime,
        count(*) FILTER (WHERE is_open AND is_late) AS OpenOverdue,
        count(*) FILTER (WHERE is_returned) AS Returned,
        count(*) FILTER (WHERE is_returned AND return_channel = 3) AS ReturnedPostal,
        count(*) FILTER (WHERE is_returned AND return_channel = 1) AS ReturnedOnline,
        count(*) FILTER (WHERE is_returned AND return_channel = 4) AS ReturnedUnknownChannel,
        count(*) FILTER (WHERE is_finished AND status = 7) AS Withdrawn,
        CAST(0 AS BIGINT) AS Extended,
        count(*) FILTER (WHERE is_received AND level = 4) AS ReceivedLevel4,
        count(*) FILTER (WHERE is_received AND level = 3) AS ReceivedLevel3,
        count(*) FILTER (WHERE is_received AND level = 2) AS ReceivedLevel2,
        count(*) FILTER (WHERE is_received AND channel = 1 AND level = 4) AS ReceivedOnlineLevel4,
        count(*) FILTER (WHERE is_received AND channel = 1 AND level = 3) AS ReceivedOnlineLevel3,
        CAST(0 AS BIGINT) AS FinishedUnknownDue,
        CAST(0 AS BIGINT) AS OpenUnknownDue,
        count(*) FILTER (WHERE is_finished AND is_inferred) AS FinishedInferred,
        count(*) FILTER (WHERE is_received AND channel = 4 AND level >= 3) AS ReceivedEligibleUnknownChannel,
        count(*) FILTER (WHERE is_received AND digitised) AS ReceivedDigitised,
        count(*) FILTER (WHERE is_received AND NOT digitised) AS ReceivedNotDigitised,
        count(*) FILTER (WHERE is_received AND paid) AS ReceivedPaidOnline,
        count(*) FILTER (WHERE is_received AND NOT paid) AS ReceivedNotPaidOnline,
        count(*) FILTER (WHERE is_finished AND status = 9 AND t IS NULL) AS ReturnedUnknownDay
    FROM facts
    GROUP BY kind, p, file, field, procedure
)
SELECT * FROM parts WHERE kind = 0
UNION ALL
SELECT kind, ordinal, file, field, procedure, CAST(sum(COLUMNS(* EXCLUDE (kind, ordinal, file, field, procedure))) AS BIGINT)
FROM parts
WHERE kind > 0
GROUP BY GROUPING SETS ((kind, ordinal, file), (kind, ordinal, file, field), (kind, ordinal, file, procedure));
