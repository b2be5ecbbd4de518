import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ExpiredSessionDialog } from '../features/session/ExpiredSessionDialog.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { theme, variables } from './theme.ts';
import { useFocusKept } from './use-focus-kept.ts';

export function App() {
  useFocusKept();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ExpiredSessionDialog />
      </QueryClientProvider>
    </MantineProvider>
  );
}
