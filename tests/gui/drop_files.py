#!/usr/bin/env python3
"""Drops files on a window as a file manager does: drop_files.py WINDOW FILE...

Speaks version 5 of the XDND protocol (freedesktop.org) through libX11, for no tool that Debian packages can drop.
Ends with 1 when the window takes no files or does not answer.
"""
import ctypes
import select
import sys
import urllib.parse
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_long, c_ubyte, c_ulong, c_void_p

PATIENCE = 10  # seconds
VERSION = 5
CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
REPLACE = 0


class ClientMessage(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
                ("window", c_ulong), ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5)]


class SelectionRequest(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
                ("owner", c_ulong), ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong),
                ("property", c_ulong), ("time", c_ulong)]


class SelectionNotify(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
                ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong), ("property", c_ulong),
                ("time", c_ulong)]


class Event(Union):
    _fields_ = [("type", c_int), ("client", ClientMessage), ("request", SelectionRequest),
                ("notify", SelectionNotify), ("padding", c_long * 24)]


x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
x11.XDefaultRootWindow.restype = x11.XCreateSimpleWindow.restype = x11.XInternAtom.restype = c_ulong
x11.XDefaultRootWindow.argtypes = x11.XPending.argtypes = x11.XFlush.argtypes = [c_void_p]
x11.XConnectionNumber.argtypes = [c_void_p]
x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
x11.XCreateSimpleWindow.argtypes = [c_void_p, c_ulong] + [c_int] * 5 + [c_ulong] * 2
x11.XSetSelectionOwner.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(Event)]
x11.XNextEvent.argtypes = [c_void_p, POINTER(Event)]
x11.XChangeProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong, c_int, c_int, POINTER(c_ubyte), c_int]


class Drop:
    def __init__(self, target, files):
        self.display = x11.XOpenDisplay(None) or sys.exit("no display")
        root = x11.XDefaultRootWindow(self.display)
        self.target = target
        self.source = x11.XCreateSimpleWindow(self.display, root, 0, 0, 1, 1, 0, 0, 0)
        uris = ["file://" + urllib.parse.quote(file) for file in files]
        self.list = "".join(uri + "\r\n" for uri in uris).encode()

    def atom(self, name):
        return x11.XInternAtom(self.display, name.encode(), False)

    def send(self, message, *data):
        event = Event()
        words = (self.source,) + data + (0,) * (4 - len(data))
        event.client = ClientMessage(CLIENT_MESSAGE, 0, True, self.display, self.target, self.atom(message), 32,
                                     (c_long * 5)(*words))
        x11.XSendEvent(self.display, self.target, False, 0, byref(event))

    def hand_over(self, request):
        """Answers the window's question for the names of the files."""
        data = (c_ubyte * len(self.list)).from_buffer_copy(self.list)
        x11.XChangeProperty(self.display, request.requestor, request.property, request.target, 8, REPLACE, data,
                            len(self.list))
        event = Event()
        event.notify = SelectionNotify(SELECTION_NOTIFY, 0, True, self.display, request.requestor, request.selection,
                                       request.target, request.property, request.time)
        x11.XSendEvent(self.display, request.requestor, False, 0, byref(event))

    def wait_for(self, message):
        """The data of the window's message of that name."""
        event = Event()
        while True:
            x11.XFlush(self.display)
            if not x11.XPending(self.display):
                ready, _, _ = select.select([x11.XConnectionNumber(self.display)], [], [], PATIENCE)
                if not ready:
                    sys.exit(f"the window never sent {message}")
                continue
            x11.XNextEvent(self.display, byref(event))
            if event.type == SELECTION_REQUEST:
                self.hand_over(event.request)
            elif event.type == CLIENT_MESSAGE and event.client.message_type == self.atom(message):
                return list(event.client.data)

    def run(self):
        x11.XSetSelectionOwner(self.display, self.atom("XdndSelection"), self.source, 0)
        self.send("XdndEnter", VERSION << 24, self.atom("text/uri-list"))
        self.send("XdndPosition", 0, 0, 0, self.atom("XdndActionCopy"))
        if not self.wait_for("XdndStatus")[1] & 1:
            sys.exit("the window takes no files")
        self.send("XdndDrop", 0, 0)
        self.wait_for("XdndFinished")


Drop(int(sys.argv[1]), sys.argv[2:]).run()
