import type { Bilingual } from '../../primitives/bilingual.ts'

const newYear = { zh: '元旦', en: "New Year's Day" }
const spring = { zh: '春节', en: 'Spring Festival' }
const qingming = { zh: '清明节', en: 'Qingming Festival' }
const labour = { zh: '劳动节', en: 'Labour Day' }
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' }
const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' }
const national = { zh: '国庆节', en: 'National Day' }
const nationalAndMidAutumn = { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' }

/** One holiday of a notice: free from the first to the last day, both included, worked for on the make-up days. */
export interface NoticedHoliday {
  readonly name: Bilingual
  readonly from: string
  readonly to: string
  readonly makeUpDays: readonly string[]
}

/** The General Office of the State Council's yearly notice on holidays, as last amended. */
export interface HolidayNotice {
  readonly year: number
  readonly sources: readonly string[]
  readonly holidays: readonly NoticedHoliday[]
}

function off(name: Bilingual, from: string, to: string = from, ...makeUpDays: string[]): NoticedHoliday {
  return { name, from, to, makeUpDays }
}

/** A year without a notice is missing here: nothing is guessed. */
export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2016,
    sources: ['http://www.gov.cn/zhengce/content/2015-12/10/content_10394.htm'],
    holidays: [
      off(newYear, '2016-01-01'),
      off(spring, '2016-02-07', '2016-02-13', '2016-02-06', '2016-02-14'),
      off(qingming, '2016-04-04'),
      off(labour, '2016-05-01', '2016-05-02'),
      off(dragonBoat, '2016-06-09', '2016-06-11', '2016-06-12'),
      off(midAutumn, '2016-09-15', '2016-09-17', '2016-09-18'),
      off(national, '2016-10-01', '2016-10-07', '2016-10-08', '2016-10-09'),
    ],
  },
  {
    year: 2017,
    sources: ['http://www.gov.cn/zhengce/content/2016-12/01/content_5141603.htm'],
    holidays: [
      off(newYear, '2017-01-01', '2017-01-02'),
      off(spring, '2017-01-27', '2017-02-02', '2017-01-22', '2017-02-04'),
      off(qingming, '2017-04-02', '2017-04-04', '2017-04-01'),
      off(labour, '2017-05-01'),
      off(dragonBoat, '2017-05-28', '2017-05-30', '2017-05-27'),
      off(nationalAndMidAutumn, '2017-10-01', '2017-10-08', '2017-09-30'),
    ],
  },
  {
    year: 2018,
    sources: ['http://www.gov.cn/zhengce/content/2017-11/30/content_5243579.htm'],
    holidays: [
      off(newYear, '2018-01-01'),
      off(spring, '2018-02-15', '2018-02-21', '2018-02-11', '2018-02-24'),
      off(qingming, '2018-04-05', '2018-04-07', '2018-04-08'),
      off(labour, '2018-04-29', '2018-05-01', '2018-04-28'),
      off(dragonBoat, '2018-06-18'),
      off(midAutumn, '2018-09-24'),
      off(national, '2018-10-01', '2018-10-07', '2018-09-29', '2018-09-30'),
    ],
  },
  {
    year: 2019,
    sources: [
      'http://www.gov.cn/xinwen/2018-12/06/content_5346287.htm',
      'http://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm',
    ],
    holidays: [
      off(newYear, '2018-12-30', '2019-01-01', '2018-12-29'),
      off(spring, '2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
      off(qingming, '2019-04-05'),
      off(labour, '2019-05-01', '2019-05-04', '2019-04-28', '2019-05-05'),
      off(dragonBoat, '2019-06-07'),
      off(midAutumn, '2019-09-13'),
      off(national, '2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
    ],
  },
  {
    year: 2020,
    sources: [
      'http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
      'http://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
    ],
    holidays: [
      off(newYear, '2020-01-01'),
      // Prolonged on 27 January 2020, which also took back the make-up day of 1 February.
      off(spring, '2020-01-24', '2020-02-02', '2020-01-19'),
      off(qingming, '2020-04-04', '2020-04-06'),
      off(labour, '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
      off(dragonBoat, '2020-06-25', '2020-06-27', '2020-06-28'),
      off(nationalAndMidAutumn, '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
    ],
  },
  {
    year: 2021,
    sources: ['http://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm'],
    holidays: [
      off(newYear, '2021-01-01', '2021-01-03'),
      off(spring, '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
      off(qingming, '2021-04-03', '2021-04-05'),
      off(labour, '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
      off(dragonBoat, '2021-06-12', '2021-06-14'),
      off(midAutumn, '2021-09-19', '2021-09-21', '2021-09-18'),
      off(national, '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
    ],
  },
  {
    year: 2022,
    sources: ['http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm'],
    holidays: [
      off(newYear, '2022-01-01', '2022-01-03'),
      off(spring, '2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'),
      off(qingming, '2022-04-03', '2022-04-05', '2022-04-02'),
      off(labour, '2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'),
      off(dragonBoat, '2022-06-03', '2022-06-05'),
      off(midAutumn, '2022-09-10', '2022-09-12'),
      off(national, '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'),
    ],
  },
  {
    year: 2023,
    sources: ['http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm'],
    holidays: [
      off(newYear, '2022-12-31', '2023-01-02'),
      off(spring, '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
      off(qingming, '2023-04-05'),
      off(labour, '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
      off(dragonBoat, '2023-06-22', '2023-06-24', '2023-06-25'),
      off(nationalAndMidAutumn, '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
    ],
  },
  {
    year: 2024,
    sources: ['https://www.gov.cn/zhengce/content/202310/content_6911527.htm'],
    holidays: [
      off(newYear, '2024-01-01'),
      off(spring, '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      off(qingming, '2024-04-04', '2024-04-06', '2024-04-07'),
      off(labour, '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      off(dragonBoat, '2024-06-10'),
      off(midAutumn, '2024-09-15', '2024-09-17', '2024-09-14'),
      off(national, '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    sources: ['https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'],
    holidays: [
      off(newYear, '2025-01-01'),
      off(spring, '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      off(qingming, '2025-04-04', '2025-04-06'),
      off(labour, '2025-05-01', '2025-05-05', '2025-04-27'),
      off(dragonBoat, '2025-05-31', '2025-06-02'),
      off(nationalAndMidAutumn, '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    sources: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
    holidays: [
      off(newYear, '2026-01-01', '2026-01-03', '2026-01-04'),
      off(spring, '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      off(qingming, '2026-04-04', '2026-04-06'),
      off(labour, '2026-05-01', '2026-05-05', '2026-05-09'),
      off(dragonBoat, '2026-06-19', '2026-06-21'),
      off(midAutumn, '2026-09-25', '2026-09-27'),
      off(national, '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
]
