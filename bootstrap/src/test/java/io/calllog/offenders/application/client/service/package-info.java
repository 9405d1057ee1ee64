/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.application.client.service;

import org.jspecify.annotations.NullMarked;
