'use client'
import './globals.css'
import { CalmPage } from '@/components/auth/calm-page'
import { Button } from '@/components/ui/button'

/** When even the frame fails, no texts can be loaded: these stand here, in both languages. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <CalmPage
          title={
            <>
              Something went wrong · <span lang="de">Etwas ist schiefgegangen</span>
            </>
          }
          lead={
            <>
              Try again; if that does not help, ask whoever runs this program.{' '}
              <span lang="de">
                Versuche es noch einmal; wenn das nicht hilft, wende dich an die Person, die dieses Programm betreibt.
              </span>
            </>
          }
        >
          <Button variant="primary" onClick={reset}>
            Try again · <span lang="de">Noch einmal</span>
          </Button>
        </CalmPage>
      </body>
    </html>
  )
}
