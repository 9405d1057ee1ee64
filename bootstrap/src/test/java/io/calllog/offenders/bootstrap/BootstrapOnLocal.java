package io.calllog.offenders.bootstrap;

import io.calllog.offenders.local.LocalServer;

interface BootstrapOnLocal {
  LocalServer needs();
}
