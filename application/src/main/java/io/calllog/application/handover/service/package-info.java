/** Use case for handing over. Only the module {@code bootstrap} refers to it. */
@NullMarked
package io.calllog.application.handover.service;

import org.jspecify.annotations.NullMarked;
