import { useMutation } from '@tanstack/react-query';
import { signOut } from '../features/session/sign-out.ts';

export const useSignOut = () =>
  useMutation({
    mutationFn: signOut,
    // A fresh page holds nothing of who was here.
    onSuccess: () => window.location.assign('/sign-in'),
  });
