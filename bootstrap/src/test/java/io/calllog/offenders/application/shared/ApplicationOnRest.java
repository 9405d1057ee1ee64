package io.calllog.offenders.application.shared;

import io.calllog.offenders.rest.client.PublicController;

interface ApplicationOnRest {
  PublicController needs();
}
