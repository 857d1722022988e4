'use client'
import { useFormContext } from 'react-hook-form'
import { NewPassword } from '@/components/auth/new-password'
import { useFieldError } from '@/components/auth/use-field-error'
import { useText } from '@/components/i18n/use-text'
import { TextInput } from '@/components/ui/text-input'
import type { NewAccount } from '@/server/domain/members/account.schema'

/** Name, e-mail and password, in a form whose values are under `account`. */
export function AccountFields({ fixedEmail = false }: { fixedEmail?: boolean }) {
  const text = useText('auth')
  const { register, watch, formState } = useFormContext<{ account: NewAccount }>()
  const errorOf = useFieldError()
  const errors = formState.errors.account
  const { name, email, password } = watch('account')
  return (
    <div className="flex max-w-100 flex-col gap-5">
      <TextInput label={text('name')} autoComplete="name" required error={errorOf(errors?.name)} {...register('account.name')} />
      <TextInput
        label={text('email')}
        help={text('emailHelp')}
        type="email"
        autoComplete="username"
        spellCheck={false}
        required
        readOnly={fixedEmail}
        error={errorOf(errors?.email)}
        {...register('account.email')}
      />
      <NewPassword
        label={text('password.label')}
        value={password}
        person={{ name, email }}
        error={errorOf(errors?.password)}
        {...register('account.password')}
      />
    </div>
  )
}
