import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'

/** A page of a real browser, and what happened while it was open. */
export interface WatchedPage {
  readonly page: Page
  /** Addresses of everything that was asked for, whatever part of the page asked. */
  readonly asked: readonly string[]
  /** Errors and warnings of the console, and errors that nobody caught. */
  readonly complaints: readonly string[]
}

/**
 * A Chromium from the lock file, without a window, to which no other machine has a name or an address: it needs no display,
 * and no browser of the machine.
 */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      // In a container there is nothing to make a sandbox of; the only pages are our own.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

export async function watchedPage(browser: Browser): Promise<WatchedPage> {
  const page = await browser.newPage()
  const asked: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, asked, complaints }
}
