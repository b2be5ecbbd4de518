import { CreateConnectionBody } from '@imprimatur/contracts';
import { NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { Controller, type FieldError, type UseFormReturn } from 'react-hook-form';
import { errorText } from '../../components/forms/error-text.ts';
import { strings } from '../../strings/en.ts';
import classes from './Connections.module.css';
import type { ConnectionFields } from './connection-form.ts';

const { form: texts, types } = strings.connections;
const encryptions = CreateConnectionBody.shape.settings.shape.ssl.unwrap().options;

interface Props {
  form: Pick<UseFormReturn<ConnectionFields, unknown, unknown>, 'register' | 'control' | 'formState'>;
  /** Credentials are saved already, and stay unless others are typed. */
  isSaved?: boolean;
}

/** What it takes to connect. */
export function ConnectionForm({ form: { register, control, formState }, isSaved = false }: Props) {
  const { name, settings, credentials } = formState.errors;
  return (
    <div className={classes.fields}>
      <TextInput label={texts.name} autoComplete="off" error={errorText(name)} {...register('name')} />
      {!isSaved && (
        <NativeSelect label={texts.type} data={[{ value: 'postgres', label: types.postgres }]} {...register('type')} />
      )}
      <div className={classes.pair}>
        <TextInput
          label={texts.host}
          autoComplete="off"
          error={errorText(settings?.host)}
          {...register('settings.host')}
        />
        <Controller
          control={control}
          name="settings.port"
          render={({ field: { value, onChange, onBlur } }) => (
            <NumberInput
              label={texts.port}
              value={value ?? ''}
              onChange={(port) => onChange(port === '' ? undefined : Number(port))}
              onBlur={onBlur}
              allowDecimal={false}
              hideControls
              error={errorText(settings?.port)}
            />
          )}
        />
      </div>
      <TextInput
        label={texts.database}
        autoComplete="off"
        error={errorText(settings?.database)}
        {...register('settings.database')}
      />
      <TextInput
        label={texts.user}
        autoComplete="off"
        error={errorText(settings?.user)}
        {...register('settings.user')}
      />
      <PasswordInput
        label={texts.password}
        description={isSaved ? texts.passwordSaved : texts.passwordNew}
        placeholder={isSaved ? texts.unchanged : ''}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': texts.showPassword, tabIndex: 0 }}
        error={errorText(credentials?.password ?? (credentials as FieldError | undefined))}
        {...register('credentials.password')}
      />
      <NativeSelect
        label={texts.ssl}
        data={encryptions.map((value) => ({ value, label: texts.encryptions[value] }))}
        {...register('settings.ssl')}
      />
    </div>
  );
}
